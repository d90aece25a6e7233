import { isBad } from '../health/light.ts';
import type { Component, KnownComponent, Report } from '../health/report.ts';
import type { CliSight, LocalSight, SignInSight } from '../sight/local-sight.ts';
import type { Catalogue } from './catalogue.ts';
import { componentRow, type ComponentRow } from './component-row.ts';

/** All components of a report as rows, and what is to be said under them. */
export interface ComponentListText {
  readonly rows: readonly ComponentRow[];
  readonly more?: string;
  readonly note?: string;
}

const KNOWN: readonly KnownComponent[] = ['claude_cli', 'api_server', 'authentication'];

/** Words the components: those in trouble first, and in a basic report also those of which nothing was told. */
export function componentList(report: Report, now: number, texts: Catalogue, sight?: LocalSight): ComponentListText {
  const { components, omitted } = report;
  const told = components.toSorted(troubleFirst).map((component) => componentRow(component, now, texts));
  // An error body names its trouble and no components: a list of things not told would only distract from it.
  const incomplete = report.basic && components.length > 0;
  return {
    rows: incomplete ? [...told, ...notTold(components, texts, sight)] : told,
    ...(omitted > 0 && { more: texts.moreComponents(omitted) }),
    ...(incomplete && { note: texts.basicNote }),
  };
}

function troubleFirst(a: Component, b: Component): number {
  return Number(isBad(b.health)) - Number(isBad(a.health));
}

function notTold(
  components: readonly Component[],
  texts: Catalogue,
  sight: LocalSight | undefined,
): readonly ComponentRow[] {
  const missing = KNOWN.filter((id) => !components.some((component) => component.id === id));
  return missing.map((id) => ({ id, name: texts.components[id], health: 'unknown', ...seen(id, texts, sight) }));
}

type Seen = Pick<ComponentRow, 'detail' | 'pill'>;

// What this computer sees itself is no word of the proxy, which may run with another CLI and another login.
function seen(id: KnownComponent, texts: Catalogue, sight: LocalSight | undefined): Seen {
  if (sight !== undefined && id === 'claude_cli') return cliSeen(sight.cli, texts);
  if (sight !== undefined && id === 'authentication') return signInSeen(sight.signIn, texts);
  return { detail: '', pill: texts.notReported };
}

function cliSeen({ chosen }: CliSight, texts: Catalogue): Seen {
  if (chosen === undefined) return { detail: '', pill: texts.notFoundHere };
  const detail = [chosen.version, chosen.path].filter((part) => part !== undefined).join(' · ');
  return { detail, pill: texts.seenHere };
}

function signInSeen({ present, overriddenBy, subscription }: SignInSight, texts: Catalogue): Seen {
  const [variable] = overriddenBy;
  const detail = (variable === undefined ? subscription : texts.overriddenBy(variable)) ?? '';
  if (present === undefined) return { detail, pill: texts.notReported };
  return { detail, pill: present ? texts.loginHere : texts.noLoginHere };
}
