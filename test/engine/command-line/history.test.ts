import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXIT } from '../../../engine/command-line/exit-codes.ts';
import { keepHistory, type History } from '../../../engine/history/keep-history.ts';
import { bundled } from '../bundled.ts';
import { fastClock, liveFast, type FastClock } from '../history/fast-life.ts';
import { home, run, type Ended, type Home } from './pilot-light.ts';

const URL_A = 'http://127.0.0.1:8000';
const HOUR_MS = 3_600_000;
const PROBES_AN_HOUR = 900;

let where: Home;
let root: string;
beforeEach(() => {
  where = home();
  root = join(where.path, '.config', 'Pilot Light', 'history');
  where.settings({ targets: [{ name: 'My proxy', url: URL_A }, { url: 'http://127.0.0.1:8001' }] });
});
afterEach(() => where.remove());

const command = (...args: readonly string[]): Promise<Ended> => run(args, where);
const lastHours = (hours: number): FastClock => fastClock(Date.now() - hours * HOUR_MS);

function keeper(clock: FastClock): History {
  return keepHistory({
    root,
    clock,
    redact: (text) => text,
    watched: () => [URL_A],
    onTrouble: (code) => expect(code).toBeUndefined(),
    onError: (what, error) => expect.fail(`${what}: ${String(error)}`),
  });
}

const live = (clock: FastClock, history: History, probes: number, isUp: (probe: number) => boolean): void =>
  liveFast(clock, history.onEvent, { id: 'target-1', url: URL_A }, probes, isUp, () => 3);

/** Two hours with a failure of about six minutes in the middle, noted and mended by a step. */
function twoHours(): void {
  const clock = lastHours(2);
  const history = keeper(clock);
  live(clock, history, 2 * PROBES_AN_HOUR - 1, (i) => i < PROBES_AN_HOUR || i >= PROBES_AN_HOUR + 90);
  const [incident] = history.lookBack(URL_A, 'day')?.incidents ?? [];
  history.note(URL_A, incident?.id ?? '', 'The \u001B[31mport\u202E was taken');
  history.stop();
}

describe('pilot-light history', () => {
  it('says where nothing is remembered, and ends with 0', async () => {
    const { code, stdout, stderr } = await command('history');
    expect({ code, stderr }).toEqual({ code: EXIT.healthy, stderr: '' });
    expect(stdout.split('Nothing is remembered of this time.')).toHaveLength(3);
    expect(stdout).not.toContain('100');
    const json = JSON.parse((await command('history', '--json')).stdout);
    expect(json.targets[0]).toMatchObject({ uptime: null, coverage: 0, latency: null, incidents: 0 });
  });

  it('tells uptime, what was watched, latency and a bar by shape alone', async () => {
    twoHours();
    const { code, stdout } = await command('history', '--target', 'My proxy');
    expect(code).toBe(EXIT.healthy);
    const [span, , title, bar, figures, latency, , legend] = stdout.split('\n');
    expect(span).toBe('Last 24 hours');
    expect(title).toBe('My proxy · 127.0.0.1:8000');
    expect(bar).toMatch(/^ {2}·{42,44}█*✖{1,2}█*·?$/);
    expect(bar).toHaveLength(50);
    expect(figures).toMatch(
      /^ {2}Uptime 9\d(\.\d+)?% · Watched 8\.\d+% · Incidents 1 · Down (5|6) min( \d+ s)? · Degraded –/,
    );
    expect(latency).toMatch(/^ {2}Response time: p50 3 ms · p95 3 ms$/);
    expect(legend).toBe('✖ Down  ▄ Degraded  █ Up  ‖ Paused  · Not watched');
    expect(stdout).not.toContain('8001');
  });

  it('tells programs milliseconds that sum up to the span', async () => {
    twoHours();
    const { stdout } = await command('history', '--json', '--span', 'week', '--target', `${URL_A}/`);
    const { span, targets } = JSON.parse(stdout);
    expect([span, targets.length]).toEqual(['week', 1]);
    const [{ from, to, ms, cells, uptime, incidents, probes }] = targets;
    const sum = (of: Record<string, number>): number => Object.values(of).reduce((a, b) => a + b, 0);
    expect(sum(ms)).toBe(Date.parse(to) - Date.parse(from));
    expect(cells).toHaveLength(56);
    expect(cells.reduce((all: number, cell: { ms: Record<string, number> }) => all + sum(cell.ms), 0)).toBe(sum(ms));
    expect(uptime).toBeCloseTo(ms.up / (ms.up + ms.down + ms.degraded), 9);
    expect([incidents, probes]).toEqual([1, 1_799]);
  });

  it('knows a proxy that is watched no more by its address, and refuses a name that nobody has', async () => {
    twoHours();
    where.settings({ targets: [] });
    expect((await command('history', '--target', URL_A)).stdout).toContain('Uptime 9');
    expect(await command('history', '--target', 'Nobody')).toMatchObject({ code: EXIT.usage, stdout: '' });
    expect(await command('history', '--span', 'century')).toMatchObject({ code: EXIT.usage, stdout: '' });
  });

  it('reads while the app writes', async () => {
    const programs = mkdtempSync(join(tmpdir(), 'history-program-'));
    const program = await bundled(fileURLToPath(new URL('../history/history-program.ts', import.meta.url)), programs);
    const child = spawn(process.execPath, [program, root, URL_A, String(Date.now() - 20 * HOUR_MS)]);
    let lived = '';
    child.stdout.on('data', (text: Buffer) => (lived = text.toString()));
    try {
      await expect.poll(() => lived, { timeout: 20_000 }).toMatch(/^\d+$/m);
      for (let i = 0; i < 3; i += 1) {
        const { code, stdout, stderr } = await command('history', '--json', '--target', URL_A);
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        expect(JSON.parse(stdout).targets[0].ms).toMatchObject({ down: 0, degraded: 0 });
      }
      expect(lived).not.toMatch(/trouble|error/);
    } finally {
      child.kill('SIGKILL');
      rmSync(programs, { recursive: true, force: true });
    }
  }, 60_000);

  it('says what it cannot read', async () => {
    rmSync(root, { recursive: true, force: true });
    mkdirSync(join(root, '..'), { recursive: true });
    writeFileSync(root, 'no folder');
    const { code, stderr } = await command('history');
    expect(code).toBe(EXIT.unavailable);
    expect(stderr).toMatch(/^pilot-light: The history in .* cannot be read \(ENOTDIR\)\.\n$/);
  });
});

describe('pilot-light incidents', () => {
  it('tells the newest first: cause, times, and the note, without what a terminal would obey', async () => {
    twoHours();
    const { code, stdout } = await command('incidents');
    expect(code).toBe(EXIT.healthy);
    const lines = stdout.split('\n');
    expect(lines.slice(0, 3)).toEqual(['Last 24 hours', '', 'The proxy is not running · My proxy']);
    expect(lines[3]).toMatch(/^ {2}(5\d min|1 h) ago · lasted (5|6) min( \d+ s)? · /);
    expect(lines[4]).toMatch(/^ {2}Your note: The (\[31m)?port was taken$/);
    const { all, incidents } = JSON.parse((await command('incidents', '--json')).stdout);
    expect(all).toBe(1);
    expect(incidents[0]).toMatchObject({
      target: 'My proxy',
      url: URL_A,
      finding: 'proxy-not-running',
      ending: 'recovered',
      fixedBy: null,
    });
  });

  it('tells what helped', async () => {
    const clock = lastHours(1);
    const history = keeper(clock);
    live(clock, history, 60, (i) => i < 20);
    const step = { finding: 'proxy-not-running', step: 'start-proxy', usedAt: 0, state: 'fixed' } as const;
    history.proved(URL_A, { ...step, isPassive: false });
    live(clock, history, 60, () => true);
    live(clock, history, 60, (i) => i < 20);
    live(clock, history, 60, () => true);
    history.stop();
    const { incidents } = JSON.parse((await command('incidents', '--json')).stdout);
    expect(incidents.map(({ fixedBy }: { fixedBy: unknown }) => fixedBy)).toEqual([
      null,
      { finding: 'proxy-not-running', step: 'start-proxy' },
    ]);
    expect((await command('incidents')).stdout).toContain('\n  It helped: ');
  });

  it('does not call what nobody watches any more still going on', async () => {
    const clock = lastHours(1);
    const history = keeper(clock);
    // Begun an hour ago; the app ended half an hour later, without a word.
    live(clock, history, PROBES_AN_HOUR / 2, (i) => i < 20);
    const { stdout } = await command('incidents');
    expect(stdout).toContain('Nobody saw its end');
    expect(stdout).not.toContain('still going on');
    expect((await command('incidents', '--span', 'hour')).stdout).toContain('The proxy is not running');
    live(clock, history, PROBES_AN_HOUR / 2, () => false);
    expect((await command('incidents')).stdout).toContain('still going on');
    history.stop();
  });

  it('tells no incident from nobody looking', async () => {
    expect((await command('incidents')).stdout).toContain('Nothing is remembered');
    const clock = lastHours(1);
    const history = keeper(clock);
    live(clock, history, 60, () => true);
    history.stop();
    expect((await command('incidents')).stdout).toContain('No incident in this time.');
  });
});
