/** What a running proxy knows of itself when it answers. */
export interface Moment {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly uptimeSeconds: number;
  readonly host: string;
  readonly port: number;
  /** Requests answered since its start, this one included. */
  readonly requests: number;
}

/** An uptime as the documented API writes it: "2h 15m 30s", without the units that would lead with zero. */
export function uptimeText(seconds: number): string {
  const whole = Math.floor(seconds);
  const hours = Math.floor(whole / 3_600);
  const minutes = Math.floor((whole % 3_600) / 60);
  const parts = [hours > 0 && `${hours}h`, whole >= 60 && `${minutes}m`, `${whole % 60}s`];
  return parts.filter((part) => part !== false).join(' ');
}

/** A time as the documented API writes it: whole seconds, UTC. */
export function timestampText(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
