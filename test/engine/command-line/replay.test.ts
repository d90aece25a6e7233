import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { fixture } from '../../fixtures/read.ts';
import { home, run, type Ended } from './pilot-light.ts';

const KEPT = fileURLToPath(new URL('../../fixtures/recordings/signed-out.json', import.meta.url));
const where = home();
afterAll(() => where.remove());

const replay = (...args: readonly string[]): Promise<Ended> => run(['replay', ...args], where);

function file(text: string): string {
  const path = join(where.path, 'recording.json');
  writeFileSync(path, text);
  return path;
}

describe('pilot-light replay', () => {
  it('prints the states and alerts of a recording, byte for byte as they were, and ends with 0', async () => {
    const { code, stdout, stderr } = await replay(KEPT);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.startsWith(fixture('recordings/signed-out.txt'))).toBe(true);
    expect(stdout).toMatch(/\n\d+ events, 2 alerts: the same as recorded\n$/);
  });

  it('ends with 1 where this version shows something else, and names the first difference', async () => {
    const text = readFileSync(KEPT, 'utf8');
    const sure = '"shown":{"light":"down","confirmed":true';
    const { code, stdout } = await replay(file(text.replace(sure, sure.replace('down', 'degraded'))));
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /2 alerts: not as recorded, first at event \d+\nrecorded: [\d.]+ s {2}judged degraded signed-out\n/,
    );
    expect(stdout).toMatch(/\nreplayed: [\d.]+ s {2}judged down signed-out\n/);
  });

  it.each([
    ['{', 65, 'It is no JSON.'],
    ['{"kind":"pilot-light-report"}', 65, 'It is no recording of Pilot Light.'],
    ['{"kind":"pilot-light-recording","edition":2}', 65, 'A later version of Pilot Light made it.'],
    ['{"kind":"pilot-light-recording","edition":1}', 65, 'It is damaged.'],
    ['x'.repeat(300_000), 66, 'The file cannot be read: Error: It is larger than 262144 bytes'],
  ])('of something else (%#) says what is wrong', async (text, code, said) => {
    expect(await replay(file(text))).toEqual({ code, stdout: '', stderr: `pilot-light: ${said}\n` });
  });

  it('needs one file that can be read', async () => {
    expect(await replay(join(where.path, 'none.json'))).toMatchObject({
      code: 66,
      stderr: 'pilot-light: The file cannot be read: ENOENT\n',
    });
    expect(await replay(where.path)).toMatchObject({ code: 66 });
    expect(await replay()).toMatchObject({ code: 64 });
    expect(await replay(KEPT, KEPT)).toMatchObject({ code: 64 });
  });
});
