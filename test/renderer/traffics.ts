import { follow, type Course } from '../../core/metrics/course.ts';
import { readMeters } from '../../core/metrics/meters.ts';
import { trafficOf, type Traffic } from '../../core/metrics/traffic.ts';

// Requests of each of the last 30 minutes.
const REQUESTS = [
  7, 8, 9, 9, 8, 10, 11, 11, 10, 13, 14, 13, 12, 14, 16, 15, 13, 13, 14, 11, 10, 12, 11, 9, 12, 14, 16, 14, 17, 16,
] as const;

/** A page as a proxy has it after so many requests, of which so many failed. */
function page(requests: number, errors: number): string {
  const share = (part: number): number => Math.floor(requests * part);
  const buckets = Object.entries({ '0.5': 0.3, '1.0': 0.72, '2.0': 0.96, '5.0': 0.998, '+Inf': 1 });
  return [
    `claude_proxy_requests_total{model="claude-sonnet-4"} ${requests}`,
    ...buckets.map(([le, part]) => `claude_proxy_request_duration_seconds_bucket{le="${le}"} ${share(part)}`),
    `claude_proxy_errors_total{type="upstream_error"} ${errors}`,
    'claude_proxy_active_requests 2',
  ].join('\n');
}

/** The traffic of the last so many minutes, as the real rules make it of pages; in the last of them, requests failed. */
export function trafficUntil(now: number, { minutes, failingMinutes = 0 }: Minutes): Traffic | undefined {
  let [requests, errors] = [20_000, 12];
  let course: Course | undefined;
  for (let minute = 0; minute <= minutes; minute += 1) {
    const added = minute === 0 ? 0 : (REQUESTS[REQUESTS.length - minutes + minute - 1] ?? 0);
    requests += added;
    errors += minute > minutes - failingMinutes ? added : minute === 4 ? 1 : 0;
    const meters = readMeters(page(requests, errors), '/');
    if (meters !== undefined) course = follow(course, { at: minute * 60_000, meters });
  }
  return course && trafficOf(course, now);
}

interface Minutes {
  readonly minutes: number;
  readonly failingMinutes?: number;
}
