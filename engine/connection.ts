import type { HealthPath } from '../core/health/discovery.ts';
import type { ProbeResult } from '../core/health/probe-result.ts';

/** The way to one target. At most one request is asked of it at a time. */
export interface Connection {
  /** One bounded request; never rejects. */
  ask(path: HealthPath, deadlineMs: number): Promise<ProbeResult>;
  /** Milliseconds for which the server keeps an idle connection, if that is known. */
  keepAliveMs(): number | undefined;
  close(): void;
}
