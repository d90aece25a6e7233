import type { HealthPath } from '../core/health/discovery.ts';
import type { ProbeResult } from '../core/health/probe-result.ts';
import type { MetricsPath } from '../core/metrics/metrics-path.ts';
import type { PageKind } from './probe/pages.ts';

/** What is asked on a target, below its address. */
export type TargetPath = HealthPath | MetricsPath;

/** The way to one target. At most one request is asked of it at a time. */
export interface Connection {
  /** One bounded request, for health unless another kind of page is named; never rejects. */
  ask(path: TargetPath, deadlineMs: number, page?: PageKind): Promise<ProbeResult>;
  /** Milliseconds for which the server keeps an idle connection, if that is known. */
  keepAliveMs(): number | undefined;
  close(): void;
}
