import type { Traffic } from '../metrics/traffic.ts';
import type { LocalSight } from '../sight/local-sight.ts';
import { CONTRADICTION_IDS, type ContradictionId, type Finding } from './finding.ts';
import { isBad } from './light.ts';
import type { Component, Report } from './report.ts';

/** What can be held against a report: the moment, the address that was asked, and the report before it. */
export interface Sight {
  /** Epoch milliseconds. */
  readonly now: number;
  /** The port that was asked. */
  readonly port?: number;
  readonly before?: { readonly report: Report; readonly at: number };
  /** What this computer sees itself; given only where the target is on it. */
  readonly local?: LocalSight;
  /** What the target's metrics tell. */
  readonly traffic?: Traffic;
}

interface Case {
  readonly report: Report;
  readonly status: number;
  readonly sight: Sight;
  readonly server: Component | undefined;
  readonly signIn: Component | undefined;
  readonly cli: Component | undefined;
}

const OLD_CHECK_MS = 10 * 60_000;
const CLOCK_DIFFERENCE_MS = 2 * 3_600_000;
const UPTIME_TOLERANCE_SECONDS = 60;

// Each row is one way in which a proxy's words do not fit together, or do not fit what was seen.
const DETECTORS: Readonly<Record<ContradictionId, (seen: Case) => boolean>> = {
  'healthy-with-error-status': ({ report, status }) => report.overall === 'healthy' && status >= 500,
  'unhealthy-with-success-status': ({ report, status }) => report.overall === 'down' && status < 300,
  'healthy-but-required-fails': ({ report }) => claimsHealth(report) && someBad(report, 'required'),
  'healthy-but-part-fails': ({ report }) => claimsHealth(report) && someBad(report, 'part'),
  'signed-in-yet-signed-out': ({ signIn }) => signIn?.word === 'healthy' && signIn.signedIn === false,
  'signed-out-yet-signed-in': ({ signIn }) => signIn?.word === 'unauthenticated' && signIn.signedIn === true,
  'cli-and-sign-in-disagree': ({ cli, signIn }) => differ(cli?.signedIn, signIn?.signedIn),
  'signed-in-but-expired': ({ signIn, sight }) =>
    signIn?.health === 'healthy' && signIn.expiresAt !== undefined && signIn.expiresAt < sight.now,
  'check-is-old': ({ report, sight }) => report.components.some(({ checkedAt }) => isOlder(checkedAt, sight.now)),
  'check-from-the-future': ({ report, sight }) =>
    report.components.some(({ checkedAt = 0 }) => checkedAt > sight.now + CLOCK_DIFFERENCE_MS),
  'more-errors-than-requests': ({ server }) => (server?.errors ?? 0) > (server?.requests ?? Infinity),
  'port-is-another': ({ server, sight }) => differ(server?.port, sight.port),
  'ports-disagree': ({ server, report }) => differ(server?.port, report.configuration?.port),
  'uptime-went-back': (seen) => (uptimeGain(seen) ?? 0) < 0,
  'uptime-stands-still': (seen) => uptimeGain(seen) === 0 && elapsedSeconds(seen.sight) > UPTIME_TOLERANCE_SECONDS,
  'uptime-leapt': (seen) => (uptimeGain(seen) ?? 0) > elapsedSeconds(seen.sight) + UPTIME_TOLERANCE_SECONDS,
  'requests-went-back': (seen) =>
    (seen.server?.requests ?? Infinity) < (serverOf(seen.sight.before?.report)?.requests ?? 0) &&
    (uptimeGain(seen) ?? 0) >= 0,
  'cli-version-is-another': ({ cli, sight }) =>
    cli?.path !== undefined &&
    cli.path === sight.local?.cli.chosen?.path &&
    differ(cli.version, sight.local.cli.chosen.version),
  'metrics-miss-the-cli': ({ cli, sight }) => cli?.health === 'healthy' && sight.traffic?.cli === false,
  'version-changed': ({ report, sight }) => differ(report.version, sight.before?.report.version),
};

/**
 * The lie detector: contradictions within a report, with the last one, and with what was asked. Each is a hint: the light
 * already follows the worse of two claims.
 */
export function contradictions(report: Report, status: number, sight: Sight): readonly Finding[] {
  const seen: Case = {
    report,
    status,
    sight,
    server: serverOf(report),
    signIn: part(report, 'authentication'),
    cli: part(report, 'claude_cli'),
  };
  return CONTRADICTION_IDS.filter((id) => DETECTORS[id](seen)).map((contradiction) => ({
    id: 'contradiction',
    severity: 'hint',
    evidence: { contradiction },
  }));
}

function part(report: Report | undefined, id: string): Component | undefined {
  return report?.components.find((component) => component.id === id);
}

function serverOf(report: Report | undefined): Component | undefined {
  return part(report, 'api_server');
}

// A word that is better than the parts: `overall` may already have been corrected by its dialect.
function claimsHealth({ overall, basic }: Report): boolean {
  return overall === 'healthy' && !basic;
}

function someBad({ components }: Report, role: Component['role']): boolean {
  return components.some((component) => component.role === role && isBad(component.health));
}

function differ<T>(a: T | undefined, b: T | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

function isOlder(checkedAt: number | undefined, now: number): boolean {
  return checkedAt !== undefined && checkedAt < now - OLD_CHECK_MS;
}

function uptimeGain({ server, sight }: Case): number | undefined {
  const before = serverOf(sight.before?.report)?.uptimeSeconds;
  return server?.uptimeSeconds === undefined || before === undefined ? undefined : server.uptimeSeconds - before;
}

function elapsedSeconds({ now, before }: Sight): number {
  return before === undefined ? 0 : Math.max(0, (now - before.at) / 1000);
}
