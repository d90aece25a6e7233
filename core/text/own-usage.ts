import type { OwnUsage } from '../contract.ts';
import type { Catalogue } from './catalogue.ts';
import { duration } from './duration.ts';
import { size } from './size.ts';

/** Something to read, and its value: `…` where it is not known yet. */
export type Pair = readonly [name: string, value: string];

const NOT_YET = '…';

/** What the program itself costs, a line each. `before`: an older measurement, for what happens at the moment. */
export function usagePairs(now: OwnUsage | undefined, before: OwnUsage | undefined, texts: Catalogue): readonly Pair[] {
  const { about, locale } = texts;
  return [
    [about.memory, now === undefined ? NOT_YET : memory(now, texts)],
    [about.cpuNow, now === undefined || before === undefined ? NOT_YET : about.ofOneCore(share(before, now, locale))],
    [about.cpuSoFar, now === undefined ? NOT_YET : cpuSoFar(now, texts)],
    [about.requests, now === undefined ? NOT_YET : now.requests.toLocaleString(locale)],
  ];
}

function memory({ memoryBytes, processes }: OwnUsage, { about, locale }: Catalogue): string {
  return `${size(memoryBytes, locale)} · ${about.processes(processes)}`;
}

function cpuSoFar(now: OwnUsage, { about, units, locale }: Catalogue): string {
  return `${duration(now.cpuMs / 1_000, units)} · ${about.ofOneCore(share({ cpuMs: 0, uptimeMs: 0 }, now, locale))}`;
}

type Worked = Pick<OwnUsage, 'cpuMs' | 'uptimeMs'>;

// A process that has ended takes its time with it.
function share(from: Worked, to: Worked, locale: string): string {
  const ms = Math.max(1, to.uptimeMs - from.uptimeMs);
  const worked = Math.max(0, to.cpuMs - from.cpuMs) / ms;
  return worked.toLocaleString(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
