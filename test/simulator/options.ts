import * as v from 'valibot';
import { readUptime } from '../../core/health/uptime.ts';

const word = v.pipe(v.string(), v.maxLength(1_000));
const text = v.pipe(v.string(), v.maxLength(1_000_000));

function whole(min: number, max: number) {
  const digits = v.pipe(v.string(), v.regex(/^\d{1,12}$/, 'a whole number is needed'), v.transform(Number));
  return v.pipe(v.union([v.number(), digits]), v.integer(), v.minValue(min), v.maxValue(max));
}

const yesOrNo = v.union([
  v.boolean(),
  v.pipe(
    v.picklist(['true', 'false']),
    v.transform((said) => said === 'true'),
  ),
]);

const uptime = v.pipe(
  v.string(),
  v.check((said) => readUptime(said) !== undefined, 'an uptime looks like "2h 15m 30s"'),
);

const optionsSchema = v.strictObject({
  /** HTTP status of the health pages. */
  status: v.optional(whole(200, 599)),
  /** The overall status word. */
  overall: v.optional(word),
  /** The status words of the three documented components. */
  cli: v.optional(word),
  api: v.optional(word),
  auth: v.optional(word),
  loggedIn: v.optional(yesOrNo),
  user: v.optional(word),
  expires: v.optional(word),
  error: v.optional(text),
  service: v.optional(word),
  version: v.optional(word),
  /** What the configuration claims to listen on. */
  host: v.optional(word),
  /** How long it claims to run already, such as "2h 15m 30s". */
  uptime: v.optional(uptime),
  /** A body that replaces that of both health pages, byte for byte. */
  body: v.optional(text),
  type: v.optional(word),
  /** What the metrics of a page are called before their names, in which format they are, and what share of requests fails. */
  metricsPrefix: v.optional(v.pipe(v.string(), v.regex(/^[a-zA-Z_]\w{0,50}$/))),
  metricsFormat: v.optional(v.picklist(['prometheus', 'openmetrics'])),
  failingPercent: v.optional(whole(0, 100)),
  /** A page that replaces that of the metrics, byte for byte, and its status. */
  metricsBody: v.optional(text),
  metricsStatus: v.optional(whole(200, 599)),
  /** Milliseconds before each answer. */
  delay: v.optional(whole(0, 600_000)),
  /** Seconds for which an idle connection is kept; 0 closes it after each answer. */
  keepAlive: v.optional(whole(0, 3_600)),
  /** Milliseconds: how long one half of flapping lasts; until a dying one exits; how long a restarting one is gone. */
  period: v.optional(whole(10, 3_600_000)),
  after: v.optional(whole(0, 3_600_000)),
  gone: v.optional(whole(0, 3_600_000)),
});

/** Free combinations: what is given here is laid over what the scenario says. */
export type Options = v.InferOutput<typeof optionsSchema>;

export const OPTION_NAMES: readonly string[] = Object.keys(optionsSchema.entries);

/** Options from a command line (all texts) or from JSON; otherwise a sentence that says what is wrong with them. */
export function readOptions(given: unknown): Options | string {
  const read = v.safeParse(optionsSchema, given);
  if (read.success) return read.output;
  const [issue] = read.issues;
  return `option ${v.getDotPath(issue) ?? '?'}: ${issue.message}`;
}
