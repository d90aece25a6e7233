import type { Evidence, Finding } from './finding.ts';
import { isBad } from './light.ts';
import type { Component, Report } from './report.ts';

/** What a report tells of trouble. Every light that is not green has at least one finding that says why. */
export function findingsOf(report: Report, status: number): readonly Finding[] {
  const specific = [...ofError(report, status), ...componentsToJudge(report).flatMap(ofComponent)];
  return [...specific, ...ofOverall(report, status, specific), ...ofConfiguration(report)];
}

// In a basic report the one component only repeats the overall word.
function componentsToJudge({ basic, components }: Report): readonly Component[] {
  return basic ? [] : components;
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

const NOT_FOUND = /\bnot[ _-](found|installed|available)\b|ENOENT/i;

function ofComponent(component: Component): readonly Finding[] {
  const { id, health, required, message, word } = component;
  if (health === 'healthy') return [];
  const evidence: Evidence = quoting(message ?? word);
  const at = { component: id, evidence };
  if (!isBad(health)) {
    return [{ id: 'not-understood', severity: required ? 'unknown' : 'hint', ...at }];
  }
  const severity = required ? health : 'degraded';
  if (id === 'claude_cli') {
    return [{ id: NOT_FOUND.test(message ?? '') ? 'cli-not-found' : 'cli-broken', severity, ...at }];
  }
  if (id === 'authentication')
    return [{ id: isSignedOut(component) ? 'signed-out' : 'sign-in-failing', severity, ...at }];
  return [{ id: 'component-failing', severity, ...at }];
}

function isSignedOut({ signedIn, word }: Component): boolean {
  return signedIn === false || word === 'unauthenticated';
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
  return report.overall === 'unknown' ? [{ id: 'not-understood', severity: 'unknown', evidence }] : [];
}

const ANY_INTERFACE: ReadonlySet<string> = new Set(['0.0.0.0', '::', '[::]']);

function ofConfiguration({ configuration }: Report): readonly Finding[] {
  const { host, openToAllOrigins } = configuration ?? {};
  if (host === undefined || !ANY_INTERFACE.has(host) || openToAllOrigins !== true) return [];
  return [{ id: 'exposed-to-network', severity: 'hint', evidence: { host } }];
}
