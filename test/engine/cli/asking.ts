import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { claudeCli, type Claude, type ClaudeOptions } from '../../../engine/cli/claude.ts';
import { systemClock } from '../../../engine/clock.ts';
import type { Playground } from '../processes/playground.ts';

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
