import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { claudeCli, type Claude, type ClaudeOptions } from '../../../engine/cli/claude.ts';
import { systemClock, type Clock } from '../../../engine/clock.ts';
import { until, type Playground } from '../processes/playground.ts';
import { virtualClock } from '../virtual-clock.ts';

/** Where the fake CLIs find what they are made of. */
export const TOOLS = '/usr/bin:/bin';

/** The home folder of a playground's CLI, which its fakes write into. */
export function homeOf(ground: Playground): string {
  const home = ground.at('home');
  mkdirSync(home, { recursive: true });
  return home;
}

/** What asks the CLIs of a playground, apart from the machine that the test runs on. */
export function asking(ground: Playground, more: Partial<ClaudeOptions> = {}): Claude {
  return claudeCli({
    env: { PATH: TOOLS },
    platform: 'linux',
    home: homeOf(ground),
    folder: ground.empty,
    clock: systemClock,
    managedFolders: [],
    ...more,
  });
}

/** What `answers.sh` was asked. */
export function askedOf(ground: Playground): readonly string[] {
  const file = ground.at('home', 'asked');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}

/** What is answered to a question that hangs, after so long and not before; nothing waits for it any more. */
export async function answerAfter<Answer>(
  ms: number,
  ask: (clock: Clock) => Promise<Answer>,
  isUnderWay: () => boolean,
): Promise<Answer> {
  const clock = virtualClock();
  let isAnswered = false;
  const asked = ask(clock).finally(() => (isAnswered = true));
  await until(isUnderWay);
  await clock.advance(ms - 1);
  expect(isAnswered).toBe(false);
  await clock.advance(1);
  const answer = await asked;
  expect(clock.waiting).toBe(0);
  return answer;
}
