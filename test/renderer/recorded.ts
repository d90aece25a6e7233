import type { Finding } from '../../core/health/finding.ts';
import type { RecordedMoment } from '../../core/history/recorded-moment.ts';

const SIGNED_OUT: Finding = { id: 'signed-out', severity: 'down', evidence: {} };

/** What was recorded around an incident that began at `startedAt`: a probe each second from a minute before on. */
export function momentsAround(startedAt: number): readonly RecordedMoment[] {
  return Array.from({ length: 121 }, (_, i): RecordedMoment => {
    const at = startedAt + (i - 60) * 1_000;
    if (i < 60 || i > 100) return { at, light: 'healthy', confirmed: i !== 101 };
    return { at, light: 'down', confirmed: i > 61, root: SIGNED_OUT };
  });
}
