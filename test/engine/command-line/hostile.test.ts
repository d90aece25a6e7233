import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NAUGHTY_TEXTS } from '../../hostile/naughty-texts.ts';
import { startSimulator, type Simulator } from '../../simulator/simulator.ts';
import { ended, heard, home, run, start, type Ended } from './pilot-light.ts';

// Letters, marks, numbers, punctuation, symbols, the plain space.
const UNSAFE = /[^\p{L}\p{M}\p{N}\p{P}\p{S} \n]/u;

const TEXTS = [...NAUGHTY_TEXTS['35'], ...NAUGHTY_TEXTS['36'], ...NAUGHTY_TEXTS['37']];
// They take their time.
const LONG_TEXTS = NAUGHTY_TEXTS['38'];

const where = home();
const simulators: Simulator[] = [];

/** A health body that says one text wherever it may say any. */
function sayingEverywhere(text: string): string {
  const told = { version: text, path: text, host: text, user: text, message: text, error: text };
  return JSON.stringify({
    status: 'healthy',
    version: text,
    service: text,
    components: {
      claude_cli: { status: 'unhealthy', ...told },
      api_server: { status: 'healthy', ...told, uptime: text },
      authentication: { status: 'healthy', logged_in: true, ...told, expires: text },
      [`~${text}`]: { status: 'error', ...told },
    },
    error: text,
  });
}

async function saying(text: string): Promise<Simulator> {
  const options = { status: 503, body: sayingEverywhere(text) };
  const simulator = await startSimulator({ scenario: 'healthy', options });
  simulators.push(simulator);
  return simulator;
}

beforeAll(async () => {
  const all = await Promise.all(TEXTS.map(saying));
  // What the user calls a target may have been pasted from anywhere.
  where.settings({ targets: all.map(({ url }, i) => ({ url, name: TEXTS[i]?.slice(0, 100) ?? '' })) });
});
afterAll(async () => {
  await Promise.all(simulators.map((simulator) => simulator.close()));
  where.remove();
});

/** What of the output may not reach a terminal; and whether there was any output at all. */
function unsafe({ stdout, stderr }: Pick<Ended, 'stdout' | 'stderr'>): readonly (string | undefined)[] {
  return [stdout === '' ? 'nothing' : undefined, UNSAFE.exec(stdout)?.[0], UNSAFE.exec(stderr)?.[0]];
}

const SAFE = [undefined, undefined, undefined];

// Each mostly waits for its own program.
describe.concurrent('inputs 35 to 38 never reach a terminal as they are', () => {
  it.each([
    ['status'],
    ['status', '--json'],
    ['status', '--format', 'waybar'],
    ['status', '--format', 'tmux'],
    ['status', '--format', 'swiftbar'],
    ['status', '--format', 'nagios'],
    ['wait', '--timeout', '1', '--json'],
    ['config', 'get'],
  ])('%j', async (...args) => {
    expect(unsafe(await run(args, where))).toEqual(SAFE);
  });

  it.each([['doctor'], ['doctor', '--json'], ['report']])('%j', async (...args) => {
    const { url } = await saying(TEXTS.join(''));
    expect(unsafe(await run([...args, '--url', url], where))).toEqual(SAFE);
  });

  it('texts that are long', async () => {
    const long = await Promise.all(LONG_TEXTS.map(saying));
    const other = home();
    other.settings({ targets: long.map(({ url }) => ({ url })) });
    expect(unsafe(await run(['status'], other))).toEqual(SAFE);
    other.remove();
  });

  it.each([['watch'], ['watch', '--json']])('%j', async (...args) => {
    const child = start(args, where);
    const end = ended(child);
    await heard(child)(/./);
    setTimeout(() => child.kill('SIGINT'), 2_000);
    const watched = await end;
    expect(watched.code).toBe(130);
    expect(unsafe(watched)).toEqual(SAFE);
  });

  it('a line for a bar obeys nothing that a proxy said', async () => {
    const { url } = await saying('#[bg=red] | bash=/bin/sh <b>');
    const { stdout: swiftbar } = await run(['status', '--format', 'swiftbar', '--url', url], where);
    for (const line of swiftbar.trimEnd().split('\n')) expect(line).toMatch(/^---$|^[^|]*\| color=[a-z]+$/);
    const { stdout: nagios } = await run(['status', '--format', 'nagios', '--url', url], where);
    expect(nagios.split('|')).toHaveLength(2);
    const { stdout: waybar } = await run(['status', '--format', 'waybar', '--url', url], where);
    expect(waybar).not.toMatch(/[<>]/);
    const { stdout: tmux } = await run(['status', '--format', 'tmux', '--url', url], where);
    expect(tmux.match(/#\[/g)).toHaveLength(2);
  });
});
