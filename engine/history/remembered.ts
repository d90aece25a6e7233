import { unseen } from '../../core/history/incident-course.ts';
import { isWithin, type LookBack, type Span } from '../../core/history/look-back.ts';
import { lookBack } from './past.ts';
import { folderOf, TargetFolder } from './target-folder.ts';

// In the cells of the last hour, which are minutes: whoever keeps a history writes more often than that.
const RECENT_CELLS = 3;

/**
 * What the app has kept of the target at an address, for a process that is not the app; it may be writing meanwhile. Where
 * nothing was kept, nothing was observed. Throws the error of the file system.
 */
export function remembered(root: string, url: string, span: Span, now: number): LookBack {
  const folder = new TargetFolder(() => folderOf(root, url));
  const all = lookBack(folder, span, now);
  const isOpen = all.incidents.some(({ ending }) => ending === undefined);
  return isOpen && !isKept(lookBack(folder, 'hour', now)) ? withoutLasting(all) : all;
}

/** Whether anybody has looked in the last minutes. */
function isKept({ availability }: LookBack): boolean {
  return availability.cells.slice(-RECENT_CELLS).some((kept) => kept.some((ms) => ms > 0));
}

// Nobody is there who could see that it lasts.
function withoutLasting(all: LookBack): LookBack {
  const { edges, to, incidents: count } = all.availability;
  const ended = all.incidents.map((incident) => (incident.ending === undefined ? unseen(incident) : incident));
  const incidents = ended.filter((incident) => isWithin(incident, edges[0] ?? to, to));
  const gone = all.incidents.length - incidents.length;
  return { ...all, incidents, availability: { ...all.availability, incidents: count - gone } };
}
