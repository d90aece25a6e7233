import type { FindingId } from '../health/finding.ts';
import type { Health, Light } from '../health/light.ts';
import type { Component, Report, Role } from '../health/report.ts';
import type { Snapshot, TargetView } from '../snapshot.ts';

/** How things stand, for programs: names and numbers, in no language. What is not known is `null`, or left out of a component. */
export interface Status {
  readonly light: Light;
  readonly targets: readonly TargetStatus[];
}

export interface TargetStatus {
  readonly name: string;
  readonly url: string;
  readonly light: Light;
  readonly confirmed: boolean;
  readonly dialect: string | null;
  readonly version: string | null;
  /** Root cause first. */
  readonly findings: readonly { readonly id: FindingId; readonly component: string | null }[];
  readonly components: Readonly<Record<string, ComponentStatus>>;
}

/** A component by its own name. Who is signed in is nobody's business. */
export interface ComponentStatus extends Partial<
  Pick<Component, 'path' | 'port' | 'requests' | 'errors' | 'signedIn' | 'uptimeSeconds' | 'expiresAt' | 'checkedAt'>
> {
  readonly light: Health;
  readonly version: string | null;
  readonly role: Role;
}

/** The status of a snapshot. */
export function statusOf({ light, targets }: Snapshot): Status {
  return { light, targets: targets.map(targetStatus) };
}

function targetStatus({ name, url, light, confirmed, report, findings }: TargetView): TargetStatus {
  return {
    name,
    url,
    light,
    confirmed,
    dialect: report?.dialect ?? null,
    version: report === undefined ? null : versionOf(report),
    findings: findings.map(({ id, component }) => ({ id, component: component ?? null })),
    components: Object.fromEntries((report?.components ?? []).map((component) => [component.id, told(component)])),
  };
}

// Some proxies tell their version beside their components, others within the one that serves.
function versionOf({ version, components }: Report): string | null {
  return version ?? components.find(({ id }) => id === 'api_server')?.version ?? null;
}

function told(component: Component): ComponentStatus {
  const { health, version, role, path, port, requests, errors, signedIn, uptimeSeconds, expiresAt, checkedAt } =
    component;
  return {
    light: health,
    version: version ?? null,
    role,
    ...(path !== undefined && { path }),
    ...(port !== undefined && { port }),
    ...(requests !== undefined && { requests }),
    ...(errors !== undefined && { errors }),
    ...(signedIn !== undefined && { signedIn }),
    ...(uptimeSeconds !== undefined && { uptimeSeconds }),
    ...(expiresAt !== undefined && { expiresAt }),
    ...(checkedAt !== undefined && { checkedAt }),
  };
}
