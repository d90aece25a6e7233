import type { Component, KnownComponent } from '../health/report.ts';
import type { Health } from '../health/light.ts';
import type { Catalogue } from './catalogue.ts';
import { duration, secondsBetween } from './duration.ts';
import { exactTime } from './exact-time.ts';

/** One component as a row: a name, a line of detail and a pill. */
export interface ComponentRow {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  /** The exact times behind the detail, where it tells of any. */
  readonly exact?: string;
  readonly pill: string;
  readonly health: Health;
}

/** Words a component. Fields that were not told leave no trace. */
export function componentRow(component: Component, now: number, texts: Catalogue): ComponentRow {
  const { expiresAt } = component;
  return {
    id: component.id,
    name: componentName(component.id, texts),
    detail: details(component, now, texts).join(' · '),
    ...(expiresAt !== undefined && { exact: texts.expiresOn(exactTime(expiresAt, texts)) }),
    pill: pill(component, texts),
    health: component.health,
  };
}

/** What a component is called: by its own id, where that is all that is known of it. */
export function componentName(id: string, texts: Catalogue): string {
  return isKnown(id, texts) ? texts.components[id] : id;
}

function isKnown(id: string, texts: Catalogue): id is KnownComponent {
  return Object.hasOwn(texts.components, id);
}

function details(component: Component, now: number, texts: Catalogue): readonly string[] {
  const { version, path, port, requests, errors, user, expiresAt, uptimeSeconds, message, health } = component;
  const parts = [
    health === 'healthy' ? undefined : message,
    user && maskUser(user),
    expiresAt && expiry(expiresAt, now, texts),
    version,
    path,
    port && texts.port(port),
    requests !== undefined && texts.requests(requests),
    errors !== undefined && texts.errors(errors),
    // Uptime stands in the title line while there is traffic to tell of.
    requests === undefined && uptimeSeconds !== undefined && texts.upFor(duration(uptimeSeconds, texts.units)),
  ];
  return parts.filter((part) => typeof part === 'string');
}

function expiry(at: number, now: number, texts: Catalogue): string {
  return at <= now ? texts.expired : texts.expiresIn(duration(secondsBetween(now, at), texts.units));
}

function pill({ id, health, signedIn }: Component, texts: Catalogue): string {
  if (id === 'authentication' && health === 'healthy')
    return signedIn === undefined ? texts.lights.healthy : texts.signedIn;
  if (id === 'authentication' && signedIn === false) return texts.signedOut;
  return texts.lights[health];
}

/** An account name with all but its first letter and its domain hidden: "u•••@example.com". */
export function maskUser(user: string): string {
  const at = user.lastIndexOf('@');
  const [first = ''] = user;
  return at > 0 ? `${first}•••${user.slice(at)}` : `${first}•••`;
}
