import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { alone } from '../../build/setup/alone.mjs';

it('one waits for the other, also where that one fails, and nothing is left of the turns', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pilot-light-alone-'));
  const turn = join(folder, 'not', 'there', 'turn');
  const done: string[] = [];
  const work = (name: string, fails: boolean) => async (): Promise<void> => {
    done.push(`${name} begins`);
    await wait(150);
    done.push(`${name} ends`);
    if (fails) throw new Error(name);
  };
  const outcomes = await Promise.allSettled([alone(turn, work('one', true)), alone(turn, work('other', false))]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const [first = '', second] = done;
  expect(second).toBe(first.replace('begins', 'ends'));
  expect([done.length, existsSync(turn)]).toEqual([4, false]);
  rmSync(folder, { recursive: true });
});
