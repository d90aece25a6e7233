import type { Evidence, Finding, FindingId, Severity } from './finding.ts';
import { isBad, type Health } from './light.ts';
import type { Component, Report } from './report.ts';

/** What a report tells of trouble. Every light that is not green has at least one finding that says why. */
export function findingsOf(report: Report, status: number): readonly Finding[] {
  const specific = [
    ...ofError(report, status),
    ...componentsToJudge(report).map((component) => ofComponent(component, status >= 500 ? 'down' : report.overall)),
  ];
  return [...specific, ...ofOverall(report, status, specific), ...ofConfiguration(report)];
}

// The one component of a minimal answer only repeats its overall word, which has a finding of its own.
function componentsToJudge({ basic, components, overall }: Report): readonly Component[] {
  const [only] = components;
  if (basic && components.length === 1 && only?.health === overall) return [];
  return components.filter(({ health }) => health !== 'healthy');
}

function ofError({ error, said }: Report, status: number): readonly Finding[] {
  const evidence: Evidence = { status, ...(said !== undefined && { said }) };
  switch (error?.kind) {
    case 'cli-not-found':
      return [{ id: 'cli-not-found', severity: 'down', evidence: { ...evidence, searchedPaths: error.searchedPaths } }];
    case 'signed-out':
      return [{ id: 'signed-out', severity: 'down', evidence }];
    case 'port-taken': {
      const { port, host } = error;
      const where = { ...(port !== undefined && { port }), ...(host !== undefined && { host }) };
      return [{ id: 'port-taken', severity: 'down', evidence: { ...evidence, ...where } }];
    }
    default:
      return [];
  }
}

const ABSENT = /\bnot[ _-](?:found|installed|available)\b|ENOENT/i;

function ofComponent(component: Component, overall: Health): Finding {
  const { id, health, message, word } = component;
  const at = { component: id, severity: severityOf(component, overall), evidence: quoting(message ?? word) };
  if (!isBad(health)) return { id: 'not-understood', ...at };
  if (id === 'claude_cli') return { id: isAbsent(component) ? 'cli-not-found' : 'cli-broken', ...at };
  if (id === 'authentication') return { id: signInFinding(component), ...at };
  return { id: 'component-failing', ...at, evidence: { ...at.evidence, name: id } };
}

function severityOf({ health, role }: Component, overall: Health): Severity {
  if (health === 'healthy' || role === 'optional') return 'hint';
  if (!isBad(health)) return role === 'required' ? 'unknown' : 'hint';
  // What fails explains an answer that is worse than itself; a part that nobody knows is amber at most by itself.
  if (overall === 'down') return 'down';
  return role === 'required' ? health : 'degraded';
}

// An error's text may speak of some other thing that was not found: where the word is exact, the word decides.
function isAbsent({ word, message }: Component): boolean {
  return word !== 'binary_found_but_errors' && (ABSENT.test(word ?? '') || ABSENT.test(message ?? ''));
}

function signInFinding({ signedIn, word }: Component): FindingId {
  if (signedIn === false || word === 'unauthenticated') return 'signed-out';
  return word === 'expired' ? 'sign-in-expired' : 'sign-in-failing';
}

function quoting(text: string | undefined): Evidence {
  return text === undefined ? {} : { said: text };
}

// The overall word needs a finding of its own only where nothing more specific explains it.
function ofOverall(report: Report, status: number, specific: readonly Finding[]): readonly Finding[] {
  if (specific.some((finding) => finding.severity === 'down')) return [];
  const evidence: Evidence = { status, ...quoting(report.said ?? report.word) };
  if (report.overall === 'down') return [{ id: 'reported-unhealthy', severity: 'down', evidence }];
  if (status >= 500) return [{ id: 'server-error', severity: 'down', evidence }];
  if (specific.some((finding) => finding.severity === 'degraded')) return [];
  if (report.overall === 'degraded') return [{ id: 'reported-degraded', severity: 'degraded', evidence }];
  if (report.overall !== 'unknown') return [];
  return [{ id: report.word === 'starting' ? 'starting-up' : 'not-understood', severity: 'unknown', evidence }];
}

const ANY_INTERFACE: ReadonlySet<string> = new Set(['0.0.0.0', '::', '[::]']);

function ofConfiguration({ configuration }: Report): readonly Finding[] {
  const { host, openToAllOrigins } = configuration ?? {};
  if (host === undefined || !ANY_INTERFACE.has(host) || openToAllOrigins !== true) return [];
  return [{ id: 'exposed-to-network', severity: 'hint', evidence: { host } }];
}
