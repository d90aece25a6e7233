import type { Finding } from './health/finding.ts';
import type { Report } from './health/report.ts';
import type { WatchState } from './monitor/watch-state.ts';
import type { PortOwner } from './sight/local-sight.ts';
import type { TargetView } from './snapshot.ts';

/** What a target is called and where it is. */
export type TargetName = Pick<TargetView, 'id' | 'name' | 'url' | 'colour'>;

/** The state of a watch as the faces see it. `owner`: who holds its port, if that was looked up. */
export function targetView(target: TargetName, state: WatchState, owner?: PortOwner): TargetView {
  const { light, confirmed, since, findings, verdict, probedAt, incident, lastIncident } = state;
  return {
    ...target,
    light,
    confirmed,
    since,
    findings: owner === undefined ? findings : findings.map((finding) => withOwner(finding, owner)),
    ...(verdict?.report !== undefined && { report: believed(verdict.report, isOutdated(state)) }),
    ...(verdict !== undefined && { ms: verdict.ms }),
    ...(probedAt !== undefined && { probedAt }),
    ...(incident !== undefined && { incident }),
    ...(lastIncident !== undefined && { lastIncident }),
  };
}

/** Whether the light is no longer that of the last answer: it has become too old to be believed. */
function isOutdated({ light, verdict }: WatchState): boolean {
  return light === 'unknown' && verdict !== undefined && verdict.light !== 'unknown';
}

// Never green without proof: of the parts no more is known than of the whole.
function believed(report: Report, outdated: boolean): Report {
  if (!outdated) return report;
  return { ...report, components: report.components.map((component) => ({ ...component, health: 'unknown' })) };
}

/** Whether it helps to know who holds the port: to name the stranger, or to tell whether it uses this user's login. */
export function asksForOwner(finding: Finding): boolean {
  return isAboutOwner(finding) || finding.id === 'signed-out-here';
}

function isAboutOwner({ id }: Finding): boolean {
  return id === 'stranger-answers' || id === 'port-taken';
}

function withOwner(finding: Finding, owner: PortOwner): Finding {
  if (owner.kind !== 'known' || !isAboutOwner(finding)) return finding;
  return { ...finding, evidence: { ...finding.evidence, name: owner.name, pid: owner.pid } };
}
