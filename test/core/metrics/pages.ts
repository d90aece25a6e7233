import { follow, type Course } from '../../../core/metrics/course.ts';
import { readMeters } from '../../../core/metrics/meters.ts';

/** What has been counted since the start of a made-up proxy. */
export interface Counted {
  readonly requests: number;
  readonly errors?: number;
  /** Cumulative counts at 100 ms, 1 s and in all. */
  readonly buckets?: readonly [number, number, number];
}

/** A page of metrics with these counts. */
export function pageOf({ requests, errors = 0, buckets }: Counted): string {
  const bounds = ['0.1', '1', '+Inf'];
  const lines = buckets?.map((count, at) => `p_request_duration_seconds_bucket{le="${bounds[at]}"} ${count}`) ?? [];
  return [`p_requests_total ${requests}`, `p_errors_total{type="timeout"} ${errors}`, ...lines, ''].join('\n');
}

/** The course after such pages, each with its moment in minutes. */
export function courseOf(...pages: readonly (readonly [minute: number, counted: Counted])[]): Course {
  const course = pages.reduce<Course | undefined>((before, [minute, counted]) => {
    const meters = readMeters(pageOf(counted), '/');
    if (meters === undefined) throw new Error('no page of metrics');
    return follow(before, { at: minute * 60_000, meters });
  }, undefined);
  if (course === undefined) throw new Error('a course needs a page');
  return course;
}
