import { readSettings } from '../../core/settings.ts';
import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judge } from '../../core/health/judge.ts';
import { freshWatch, step } from '../../core/monitor/watch-state.ts';
import { lightOfAll, type Snapshot } from '../../core/snapshot.ts';
import { targetView } from '../../core/target-view.ts';
import { english } from '../../core/text/english.ts';
import { menuRows } from '../../core/text/menu.ts';
import { tooltip } from '../../core/text/tooltip.ts';
import { answer } from '../core/answers.ts';
import { rawAnswer } from '../fixtures/raw-answer.ts';
import { fixture } from '../fixtures/read.ts';
import { jsonCorpus } from './json-corpus.ts';
import { mutated } from './mutations.ts';

const RUNS = 10_000;
// Another seed for each run finds more; a failure prints the one that found it.
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);

const filesBelow = (folder: string, ending: string): readonly string[] =>
  readdirSync(new URL(`../fixtures/${folder}`, import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);

const BODIES: readonly string[] = [
  ...filesBelow('documented', '.json').map(fixture),
  ...filesBelow('captures', '.http').map((name) => rawAnswer(fixture(name), '/health').body),
];

// The same judgement, made in the most pedestrian way: a status key with a good word, somewhere in an object or alone.
const GOOD_WORD = /"(?:status|oauth|db)"\s*:\s*"(?:healthy|ok|pass|running|connected)"/;
const GREETING = /"(?:ok|running)"\s*:\s*true|^"?(?:I'm alive!|Server running|Ollama is running)"?$/;

const UNSAFE = /[\p{C}]/u;

function snapshotAfter(body: string, status: number): Snapshot {
  const verdict = judge(answer(status, body));
  const { state } = step(freshWatch(0), { type: 'judged', verdict, at: 0 });
  const view = targetView({ id: 'target-1', name: 'proxy', url: 'http://localhost:8000' }, state);
  return {
    seq: 1,
    at: 0,
    light: lightOfAll([view]),
    targets: [view],
    platform: 'linux',
    appVersion: '0',
    worked: {},
    settings: readSettings(undefined),
    settingsTroubles: [],
  };
}

function facesOf(snapshot: Snapshot): readonly string[] {
  const menu = menuRows(snapshot, english).flatMap((row) => ('text' in row ? [row.text] : []));
  return [tooltip(snapshot, english), ...menu];
}

describe(`ten thousand damaged answers (FUZZ_SEED=${seed})`, () => {
  const status = fc.oneof({ weight: 3, arbitrary: fc.constant(200) }, fc.integer({ min: 100, max: 599 }));

  it('are never green without a word that says so, and never reach a face with an unsafe character', () => {
    fc.assert(
      fc.property(mutated(BODIES), status, (body, code) => {
        const snapshot = snapshotAfter(body, code);
        const isProof = code >= 200 && code < 300 && (GOOD_WORD.test(body) || GREETING.test(body));
        expect(snapshot.light !== 'healthy' || isProof).toBe(true);
        expect(facesOf(snapshot).some((text) => UNSAFE.test(text))).toBe(false);
      }),
      { numRuns: RUNS, seed },
    );
  });

  it('have a finding whenever they are not green', () => {
    fc.assert(
      fc.property(mutated(BODIES), status, (body, code) => {
        const { light, findings } = judge(answer(code, body));
        expect(light === 'healthy' || findings.length > 0).toBe(true);
      }),
      { numRuns: RUNS / 10, seed },
    );
  });
});

describe('the borders of JSON', () => {
  it.each(jsonCorpus())('input 31: %s', (_name, body) => {
    expect(judge(answer(200, body)).light).not.toBe('healthy');
  });
});
