import type { LookBack, Span } from '../core/history/look-back.ts';
import type { History } from '../engine/history/keep-history.ts';
import type { Monitor } from '../engine/monitor.ts';

/** What can be asked of the past of a target; nothing is known of one that is not watched. */
export interface Memory {
  lookBack(targetId: string, span: Span): LookBack | undefined;
  /** Keeps what the user writes about an incident. */
  note(targetId: string, incident: string, note: string): boolean;
}

/** The histories by the ids of the targets. */
export function memoryOf(history: Pick<History, 'lookBack' | 'note'>, monitor: Pick<Monitor, 'snapshot'>): Memory {
  const urlOf = (targetId: string): string | undefined =>
    monitor.snapshot().targets.find(({ id }) => id === targetId)?.url;
  return {
    lookBack: (targetId, span) => {
      const url = urlOf(targetId);
      return url === undefined ? undefined : history.lookBack(url, span);
    },
    note: (targetId, incident, note) => {
      const url = urlOf(targetId);
      return url !== undefined && history.note(url, incident, note);
    },
  };
}
