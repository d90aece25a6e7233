import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { portOwner } from '../../../engine/ports/port-owner.ts';
import { bundled } from '../bundled.ts';
import { virtualClock } from '../virtual-clock.ts';
import { LISTENER_PROGRAM, listenHere, started, type Listening } from './listeners.ts';

// Only root can play two users.
const NOBODY = 65_534;
const AS_NOBODY = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--'] as const;
const CAN_SWITCH = process.geteuid?.() === 0 && spawnSync(AS_NOBODY[0], [...AS_NOBODY.slice(1), 'true']).status === 0;

describe.runIf(CAN_SWITCH)('between two users', () => {
  let folder = '';
  let program = '';
  let listening: Listening | undefined;

  // The sources may lie where only their owner may look.
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'port-owner-'));
    chmodSync(folder, 0o755);
    copyFileSync(LISTENER_PROGRAM, join(folder, 'listener.mjs'));
    program = await bundled(fileURLToPath(new URL('./port-owner-program.ts', import.meta.url)), folder);
  });
  afterEach(() => listening?.stop());
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const nobodyAsks = (port: number): unknown => {
    const args = [...AS_NOBODY.slice(1), process.execPath, program, '127.0.0.1', String(port)];
    return JSON.parse(execFileSync(AS_NOBODY[0], args, { cwd: folder, encoding: 'utf8' }));
  };
  const nobodyListens = (): Promise<Listening> =>
    started([...AS_NOBODY, process.execPath, join(folder, 'listener.mjs'), '127.0.0.1', '0']);

  it.each(['127.0.0.1', '0.0.0.0'])("somebody else's listener on %s is theirs, not free", async (bind) => {
    listening = await listenHere(bind);
    expect(nobodyAsks(listening.port)).toEqual({ kind: 'other-user', userId: 0 });
  });

  it("one sees one's own", async () => {
    listening = await nobodyListens();
    expect(nobodyAsks(listening.port)).toMatchObject({ kind: 'known', pid: listening.pid, name: 'node listener.mjs' });
  });

  it("root sees everybody's", async () => {
    listening = await nobodyListens();
    const question = { host: '127.0.0.1', port: listening.port, platform: 'linux' } as const;
    const owner = await portOwner(question, { clock: virtualClock(), run: () => Promise.resolve(undefined) });
    expect(owner).toMatchObject({ kind: 'known', pid: listening.pid });
  });

  it('a free port is free to everybody', async () => {
    const { port, stop } = await listenHere('127.0.0.1');
    await stop();
    expect(nobodyAsks(port)).toEqual({ kind: 'free' });
  });
});
