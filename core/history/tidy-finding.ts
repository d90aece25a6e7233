import type { Evidence, Finding } from '../health/finding.ts';
import { plain } from '../plain.ts';

const MOST_NAMES = 8;

/**
 * A finding fit to be kept on disk: texts go through `redact`, lists are short, and neither the process nor the account that
 * it ran under is kept.
 */
export function tidyFinding({ id, severity, component, evidence }: Finding, redact: (text: string) => string): Finding {
  const tidy = (text: string): string => plain(redact(text));
  return {
    id,
    severity,
    ...(component !== undefined && { component: tidy(component) }),
    evidence: tidyEvidence(evidence, tidy),
  };
}

function tidyEvidence(evidence: Evidence, tidy: (text: string) => string): Evidence {
  const { user: _user, pid: _pid, code, path, host, name, said, version, searchedPaths, names, ...figures } = evidence;
  return {
    ...figures,
    ...(code !== undefined && { code: tidy(code) }),
    ...(path !== undefined && { path: tidy(path) }),
    ...(host !== undefined && { host: tidy(host) }),
    ...(name !== undefined && { name: tidy(name) }),
    ...(said !== undefined && { said: tidy(said) }),
    ...(version !== undefined && { version: tidy(version) }),
    ...(searchedPaths !== undefined && { searchedPaths: searchedPaths.slice(0, MOST_NAMES).map(tidy) }),
    ...(names !== undefined && { names: names.slice(0, MOST_NAMES).map(tidy) }),
  };
}
