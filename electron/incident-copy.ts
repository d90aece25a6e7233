import { incidentAt } from '../core/history/incident-at.ts';
import { spanReaching } from '../core/history/span-reaching.ts';
import type { Redact } from '../core/report/redact.ts';
import type { Catalogue } from '../core/text/catalogue.ts';
import type { Clock } from '../engine/clock.ts';
import type { Memory } from './memory.ts';
import type { ReportTools } from './report-keeper.ts';

/** Puts what is remembered of an incident on the clipboard, as text; false where nothing is. */
export type CopyIncident = (targetId: string, startedAt: number) => Promise<boolean>;

export interface IncidentCopyOptions extends Pick<ReportTools, 'copy'> {
  readonly memory: Pick<Memory, 'lookBack'>;
  /** Like a report, it is for whoever helps. */
  readonly texts: Catalogue;
  readonly redact: Redact;
  readonly clock: Clock;
}

export function incidentCopy({ memory, copy, texts, redact, clock }: IncidentCopyOptions): CopyIncident {
  return async (targetId, startedAt) => {
    const now = clock.now();
    const lookBack = memory.lookBack(targetId, spanReaching(startedAt, now));
    const incident = lookBack && incidentAt(lookBack.incidents, startedAt);
    if (incident === undefined) return false;
    // Seldom wanted, so not loaded at the start.
    const { incidentText } = await import('../core/report/incident-text.ts');
    await copy(incidentText(incident, { texts, redact, now }));
    return true;
  };
}
