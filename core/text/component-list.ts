import { isBad } from '../health/light.ts';
import type { Component, KnownComponent, Report } from '../health/report.ts';
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
export function componentList(report: Report, now: number, texts: Catalogue): ComponentListText {
  const { components, omitted } = report;
  const told = components.toSorted(troubleFirst).map((component) => componentRow(component, now, texts));
  // An error body names its trouble and no components: a list of things not told would only distract from it.
  const incomplete = report.basic && components.length > 0;
  return {
    rows: incomplete ? [...told, ...notTold(components, texts)] : told,
    ...(omitted > 0 && { more: texts.moreComponents(omitted) }),
    ...(incomplete && { note: texts.basicNote }),
  };
}

function troubleFirst(a: Component, b: Component): number {
  return Number(isBad(b.health)) - Number(isBad(a.health));
}

function notTold(components: readonly Component[], texts: Catalogue): readonly ComponentRow[] {
  const missing = KNOWN.filter((id) => !components.some((component) => component.id === id));
  return missing.map((id) => ({
    id,
    name: texts.components[id],
    detail: '',
    pill: texts.notReported,
    health: 'unknown',
  }));
}
