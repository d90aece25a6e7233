import type { Snapshot } from '../core/snapshot.ts';
import { worstTarget } from '../core/snapshot.ts';
import type { Catalogue } from '../core/text/catalogue.ts';
import { reportLine } from '../core/text/report-line.ts';
import { headline } from '../core/text/target-lines.ts';
import type { Monitor } from '../engine/monitor.ts';

/** Writes a line at each change of the light or of what is said about it, until the returned stop is called. */
export function reportLights(
  monitor: Pick<Monitor, 'snapshot' | 'onSnapshot'>,
  texts: Catalogue,
  write: (line: string) => void,
): () => void {
  let last: string | undefined;
  const report = (snapshot: Snapshot): void => {
    const target = worstTarget(snapshot);
    const said = `${snapshot.light} ${target === undefined ? '' : headline(target, texts)}`;
    if (said === last) return;
    last = said;
    write(`${localTime(snapshot.at)}  ${reportLine(snapshot, texts)}`);
  };
  report(monitor.snapshot());
  return monitor.onSnapshot(report);
}

/** "14:03:59", by the clock on the user's wall. */
function localTime(at: number): string {
  return new Date(at).toTimeString().slice(0, 8);
}
