import { execFileSync } from 'node:child_process';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileState } from '../../../core/diagnosis/facts.ts';
import { readCliSettings } from '../../../engine/facts/cli-settings.ts';
import { systemClock, type Clock } from '../../../engine/clock.ts';
import type { Environment } from '../../../engine/processes/child-environment.ts';
import { playground, type Playground } from '../processes/playground.ts';

let ground: Playground;
beforeEach(() => {
  ground = playground();
});
afterEach(() => ground.remove());

function settings(text: string, ...names: readonly string[]): string {
  const path = ground.room(...names, '.claude.json');
  writeFileSync(path, text);
  return path;
}

const stateOf = (env: Environment, home: string): Promise<FileState> => readCliSettings(env, home, systemClock);

describe('readCliSettings', () => {
  it.each([
    ['{}', 'ok'],
    ['{"a": {"b": [1]}}', 'ok'],
    ['\uFEFF{}', 'ok'],
    ['', 'damaged'],
    ['{', 'damaged'],
    ['{"a":1,}', 'damaged'],
    ['[]', 'damaged'],
    ['null', 'damaged'],
    ['"text"', 'damaged'],
    ['\0\0\0\0', 'damaged'],
    ['['.repeat(100_000), 'damaged'],
  ])('%j is %s', async (text, state) => {
    settings(text);
    expect(await stateOf({}, ground.root)).toBe(state);
  });

  it('tells a missing file from one that cannot be read', async () => {
    expect(await stateOf({}, ground.root)).toBe('absent');
    mkdirSync(ground.at('a', '.claude.json'), { recursive: true });
    expect(await stateOf({}, ground.at('a'))).toBe('unreadable');
    mkdirSync(ground.at('b'));
    execFileSync('mkfifo', [ground.at('b', '.claude.json')]);
    expect(await stateOf({}, ground.at('b'))).toBe('unreadable');
    truncateSync(settings('{}', 'c'), 32 * 1_024 * 1_024 + 1);
    expect(await stateOf({}, ground.at('c'))).toBe('unreadable');
  });

  it('follows the variable for the folder', async () => {
    settings('{', 'other');
    settings('{}');
    expect(await stateOf({ CLAUDE_CONFIG_DIR: ground.at('other') }, ground.root)).toBe('damaged');
    expect(await stateOf({ CLAUDE_CONFIG_DIR: 'other' }, ground.root)).toBe('unreadable');
  });

  it('reads once more what may be half written', async () => {
    settings('{');
    const finishing: Clock = {
      ...systemClock,
      after: (ms, run) => {
        settings('{}');
        return systemClock.after(ms, run);
      },
    };
    expect(await readCliSettings({}, ground.root, finishing)).toBe('ok');
  });
});
