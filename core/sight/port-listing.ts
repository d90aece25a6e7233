import { loopbackBind, type LoopbackBind } from './loopback-bind.ts';

/** A listening process, as a tool of the system lists it. The name is as printed: neither plain nor bounded. */
export interface ListedListener {
  readonly bind: LoopbackBind;
  readonly pid: number;
  readonly name?: string;
}

const MAX_LISTING = 4 * 1_024 * 1_024;
const MAX_LINE = 1_000;
const MAX_LISTENERS = 256;
const PID = /^[1-9]\d{0,9}$/;

/** The listeners in the output of `lsof -Fpctn` (lsof(8), "OUTPUT FOR OTHER PROGRAMS"): one field a line, by its letter. */
export function lsofListeners(text: string, port: number): readonly ListedListener[] {
  const listeners: ListedListener[] = [];
  let pid: number | undefined;
  let name = '';
  let any: LoopbackBind = '0.0.0.0';
  for (const line of linesOf(text)) {
    const value = line.slice(1);
    if (line.startsWith('p')) [pid, name] = [asPid(value), ''];
    else if (line.startsWith('c')) name = unescaped(value);
    else if (line.startsWith('t')) any = value === 'IPv6' ? '::' : '0.0.0.0';
    else if (line.startsWith('n')) add(listeners, bindOn(port, value, ':', any), pid, name);
  }
  return listeners;
}

/**
 * The listeners in the output of macOS' `netstat -anv -p tcp`; `undefined` when it is not understood. The columns before
 * `pid` differ from version to version, and since macOS 26 it is `process:pid`, where the name may hold spaces.
 */
export function macNetstatListeners(text: string, port: number): readonly ListedListener[] | undefined {
  const rows = linesOf(text);
  const row = macRow(rows.find((line) => line.startsWith('Proto ')) ?? '');
  if (row === undefined) return undefined;
  const listeners: ListedListener[] = [];
  for (const line of rows) {
    const { family, local = '', name, pid = '' } = row.exec(line)?.groups ?? {};
    add(listeners, bindOn(port, local, '.', family === '4' ? '0.0.0.0' : '::'), asPid(pid), name?.trim());
  }
  return listeners;
}

/**
 * The listeners in the output of Windows' `netstat -ano`; `undefined` when no connection is listed, which does not happen
 * on Windows. The words are translated: a listener is known by its foreign address.
 */
export function windowsNetstatListeners(text: string, port: number): readonly ListedListener[] | undefined {
  const rows = linesOf(text).map((line) => line.trim().split(/\s+/));
  const connections = rows.filter(([protocol]) => protocol === 'TCP');
  if (connections.length === 0) return undefined;
  const listeners: ListedListener[] = [];
  for (const [, local = '', foreign = '', ...rest] of connections) {
    if (foreign !== '0.0.0.0:0' && foreign !== '[::]:0') continue;
    add(listeners, bindOn(port, local, ':', '0.0.0.0'), asPid(rest.at(-1) ?? ''));
  }
  return listeners;
}

/** The name of a process in the output of `tasklist /FO CSV /NH`. */
export function tasklistName(text: string, pid: number): string | undefined {
  for (const line of linesOf(text)) {
    const [, name, listed] = /^"([^"]+)","(\d+)"/.exec(line) ?? [];
    if (listed === String(pid)) return name;
  }
  return undefined;
}

/** The age in seconds and the name of a process in the output of `ps -o etime= -o ucomm=` (ps(1): `[[dd-]hh:]mm:ss`). */
export function psEntry(text: string): { readonly ageSeconds: number; readonly name: string } | undefined {
  const entry = /^\s*(?:(?:(\d{1,5})-)?(\d{1,2}):)?(\d{1,2}):(\d{1,2})\s+(\S.*)$/.exec(linesOf(text)[0] ?? '');
  if (entry === null) return undefined;
  const [, days = 0, hours = 0, minutes, seconds, name = ''] = entry;
  const ageSeconds = Number(days) * 86_400 + Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
  return { ageSeconds, name: name.trim() };
}

function macRow(header: string): RegExp | undefined {
  const columns = header.slice(header.toLowerCase().indexOf('(state)')).trim().split(/\s+/);
  const before = columns.findIndex((column) => column === 'pid' || column === 'process:pid') - 1;
  if (before < 0) return undefined;
  const owner = columns.includes('pid')
    ? String.raw`(?<pid>\d+)\s`
    : String.raw`(?<name>\S.*?)\s*:(?<pid>\d+)\s+[\da-f]{5}\s`;
  return new RegExp(
    String.raw`^tcp(?<family>\d+)\s+\d+\s+\d+\s+(?<local>\S+)\s+\S+\s+LISTEN\s+(?:\d+\s+){${before}}${owner}`,
  );
}

function bindOn(port: number, local: string, separator: string, any: LoopbackBind): LoopbackBind | undefined {
  const end = `${separator}${port}`;
  if (!local.endsWith(end)) return undefined;
  const address = local.slice(0, -end.length);
  return address === '*' ? any : loopbackBind(address);
}

function add(to: ListedListener[], bind: LoopbackBind | undefined, pid: number | undefined, name = ''): void {
  if (bind === undefined || pid === undefined || to.length === MAX_LISTENERS) return;
  to.push({ bind, pid, ...(name !== '' && { name }) });
}

function asPid(text: string): number | undefined {
  return PID.test(text) ? Number(text) : undefined;
}

// lsof writes what it does not print as "\x20".
function unescaped(text: string): string {
  return text.replaceAll(/\\x([\da-f]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function linesOf(text: string): readonly string[] {
  return text
    .slice(0, MAX_LISTING)
    .split(/\r?\n/)
    .filter((line) => line !== '' && line.length <= MAX_LINE);
}
