import { isHarmlessHost } from './hosts.ts';
import type { Detector, Span } from './span.ts';

const MAX_LOCAL = 64;
const LOCAL = /(?:"[^"\n]{1,64}"|[\p{L}\p{N}._+'%=&*-]{1,64}) {0,2}$/u;
const DOMAIN = /^\s{0,2}(?:\[[0-9A-Fa-f.:]{2,45}\]|[\p{L}\p{N}][\p{L}\p{N}._-]{0,252}[\p{L}\p{N}]|[\p{L}\p{N}])/u;
// git@host:path/of/a/repository.git
const PATH = /^:(?!\d{1,5}(?!\w)|\/\/)[^\s"'<>]{1,200}/;

// A version or the name of one behind a package, a unit of systemd, and the start of an address.
const NO_DOMAIN =
  /^(?:v?\d+(?:\.\d+){0,2}(?:[-+.][a-z][\w.+-]*)?|latest|next|stable|beta|canary|alpha|rc|dev|nightly|edge|workspace|npm|file|https?|node|.*\.(?:service|socket|timer|slice|target|scope|mount))$/i;

/** Finds e-mail addresses, `user@computer`, and addresses of git; those spelled with "(at)" too. */
export const mailAddresses: Detector = (text) => {
  const spans: Span[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const span = around(text, at, at + 1);
    if (span !== undefined) spans.push(span);
  }
  return [...spans, ...[...text.matchAll(SPELLED)].flatMap((match) => spelled(text, match))];
};

const SPELLED = /\s?[([{<]\s?at\s?[)\]}>]\s?/gi;
const SPELLED_DOMAIN = /^[\w-]{1,63}(?:(?:\s?[([{<]\s?(?:dot|\.)\s?[)\]}>]\s?|\.)[\w-]{1,63}){1,6}/i;
const SPELLED_LOCAL = /[\w.+-]{1,64}(?:\s?[([{<]\s?dot\s?[)\]}>]\s?[\w.+-]{1,64}){0,3}$/i;

function spelled(text: string, { index, 0: sign }: RegExpExecArray): readonly Span[] {
  const local = SPELLED_LOCAL.exec(text.slice(Math.max(0, index - 4 * MAX_LOCAL), index))?.[0];
  const domain = SPELLED_DOMAIN.exec(text.slice(index + sign.length, index + sign.length + 512))?.[0];
  if (local === undefined || domain === undefined) return [];
  return [{ start: index - local.length, end: index + sign.length + domain.length, mark: '[e-mail]' }];
}

function around(text: string, at: number, after: number): Span | undefined {
  const local = LOCAL.exec(text.slice(Math.max(0, at - MAX_LOCAL - 4), at))?.[0];
  const domain = DOMAIN.exec(text.slice(after, after + 256))?.[0];
  if (local === undefined || domain === undefined || NO_DOMAIN.test(domain.trim())) return undefined;
  const isApart = local.endsWith(' ') || domain !== domain.trim();
  // With a space beside it, it is an address only where a full domain follows: "3 errors @ noon".
  if (isApart && !/\.\p{L}{2,}$/u.test(domain)) return undefined;
  // Of "name:password@localhost" the name is private, and the computer is not.
  if (isHarmlessHost(domain)) return { start: at - local.length, end: at, mark: '[user]' };
  const path = PATH.exec(text.slice(after + domain.length, after + domain.length + 256))?.[0] ?? '';
  return { start: at - local.length, end: after + domain.length + path.length, mark: '[e-mail]' };
}
