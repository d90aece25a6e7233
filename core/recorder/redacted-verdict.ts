import { told } from '../health/fields.ts';
import type { Evidence, Finding } from '../health/finding.ts';
import type { Identity } from '../health/identity.ts';
import { isBad } from '../health/light.ts';
import type { Component, Configuration, Report, ReportedError } from '../health/report.ts';
import type { Verdict } from '../health/verdict.ts';
import { isAboutLogin, reportedEvidence } from '../report/reported-finding.ts';
import { hostTold, type Sayer } from '../report/say.ts';

const DAY_MS = 86_400_000;

/** A verdict without what is private in it: built field by field, so that what is not listed here cannot be in one. */
export function redactedVerdict(verdict: Verdict, say: Sayer): Verdict {
  const { light, findings, report, stranger, inconclusive, ms, path } = verdict;
  return told<Verdict>({
    light,
    findings: redactedFindings(findings, say),
    report: report && redactedReport(report, say),
    stranger: stranger && redactedIdentity(stranger, say),
    inconclusive,
    // Exactly: a threshold may lie between it and what it would be rounded to.
    ms,
    path: say.text(path),
  });
}

/** At most as many as are told; the root cause is the first of them. */
export function redactedFindings(findings: readonly Finding[], say: Sayer): readonly Finding[] {
  return findings.slice(0, say.limits.findings).map(({ id, severity, component, evidence }) => ({
    id,
    severity,
    ...(component !== undefined && { component: say.text(component) }),
    evidence: redactedEvidence(evidence, say, isAboutLogin(id)),
  }));
}

// When a login ends to the second would tell one account from others: of that, the day alone.
function redactedEvidence(evidence: Evidence, say: Sayer, aboutLogin: boolean): Evidence {
  const { at: _inWords, ...rest } = reportedEvidence(evidence, say, aboutLogin);
  const { at, saidBy } = evidence;
  return {
    ...rest,
    ...(saidBy !== undefined && { saidBy }),
    ...(at !== undefined && { at: aboutLogin ? Math.floor(at / DAY_MS) * DAY_MS : Math.round(at) }),
  };
}

export function redactedIdentity({ dialect, basic, service }: Identity, say: Sayer): Identity {
  return { dialect: say.text(dialect), basic, ...(service !== undefined && { service: say.text(service) }) };
}

function redactedReport(report: Report, say: Sayer): Report {
  const { dialect, basic, overall, word, service, version, components, omitted, configuration, error, said } = report;
  const worstFirst = components.toSorted((a, b) => Number(isBad(b.health)) - Number(isBad(a.health)));
  const kept = components.length > say.limits.components ? worstFirst.slice(0, say.limits.components) : components;
  return told<Report>({
    dialect: say.text(dialect),
    basic,
    overall,
    word: maybe(word, say),
    service: maybe(service, say),
    version: maybe(version, say),
    components: kept.map((component) => redactedComponent(component, say)),
    omitted: omitted + components.length - kept.length,
    configuration: configuration && redactedConfiguration(configuration, say),
    error: error && redactedError(error, say),
    said: maybe(said, say),
  });
}

// Neither whose account it is, nor when its login ends.
function redactedComponent(component: Component, say: Sayer): Component {
  const { id, health, role, word, message, version, path, uptimeSeconds } = component;
  const { port, host, requests, errors, signedIn, checkedAt } = component;
  return told<Component>({
    id: say.text(id),
    health,
    role,
    word: maybe(word, say),
    message: maybe(message, say),
    version: maybe(version, say),
    path: maybe(path, say),
    uptimeSeconds,
    port,
    host: host === undefined ? undefined : say.text(hostTold(host)),
    requests,
    errors,
    signedIn,
    checkedAt,
  });
}

function redactedConfiguration({ host, port, openToAllOrigins }: Configuration, say: Sayer): Configuration {
  return told<Configuration>({
    host: host === undefined ? undefined : say.text(hostTold(host)),
    port,
    openToAllOrigins,
  });
}

function redactedError(error: ReportedError, say: Sayer): ReportedError {
  if (error.kind === 'cli-not-found') return { kind: error.kind, searchedPaths: say.texts(error.searchedPaths) };
  if (error.kind !== 'port-taken' || error.host === undefined) return error;
  return { ...error, host: say.text(hostTold(error.host)) };
}

function maybe(text: string | undefined, say: Sayer): string | undefined {
  return text === undefined ? undefined : say.text(text);
}
