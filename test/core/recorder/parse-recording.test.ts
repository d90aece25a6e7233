import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../core/health/finding.ts';
import { parseRecording } from '../../../core/recorder/parse-recording.ts';
import { MAX_RECORDING_BYTES } from '../../../core/recorder/recording.ts';
import { redactedFindings } from '../../../core/recorder/redacted-verdict.ts';
import { replayText } from '../../../core/recorder/replay-lines.ts';
import { recordedMoments } from '../../../core/recorder/recorded-moments.ts';
import { sayer } from '../../../core/report/say.ts';
import { jsonCorpus } from '../../fuzz/json-corpus.ts';
import { mutated } from '../../fuzz/mutations.ts';
import { GOOD, lived, probes, SIGNED_OUT, written } from './course.ts';
import { there } from '../../there.ts';

// Another seed for each run finds more; a failure prints the one that found it.
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);

const TEXT = written(there(lived([...probes(3, GOOD), ...probes(3, SIGNED_OUT), ...probes(3, GOOD)]).kept.at(-1)));

/** All that is ever done with a recording from outside. */
function use(text: string): string {
  const parsed = parseRecording(text);
  if (!parsed.ok) return parsed.problem;
  return [`${recordedMoments(text)?.length}`, ...replayText(parsed.recording).lines].join('\n');
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

// One value somewhere in the tree becomes another one.
function damaged(value: Json, where: readonly number[], into: Json): Json {
  const [first, ...rest] = where;
  if (first === undefined || typeof value !== 'object' || value === null) return into;
  const keys = Object.keys(value);
  const key = keys[first % Math.max(1, keys.length)];
  if (key === undefined) return into;
  const member = Reflect.get(value, key) as Json;
  return Array.isArray(value)
    ? value.map((each: Json, i) => (String(i) === key ? damaged(each, rest, into) : each))
    : Object.assign({}, value, { [key]: damaged(member, rest, into) });
}

describe(`a recording from outside (FUZZ_SEED=${seed})`, () => {
  it('is read where it is whole', () => {
    expect(use(TEXT)).toContain('alert incident-closed 1 signed-out');
  });

  it('is read with all that is kept of a finding', () => {
    const unusual: Finding = { id: 'errors-unusual', severity: 'hint', evidence: { name: 'timeout', times: 7 } };
    const kept = redactedFindings(
      [unusual],
      sayer(String, { targets: 1, components: 1, findings: 1, list: 1, text: 40 }),
    );
    const text = TEXT.replace('"findings":[]', `"findings":${JSON.stringify(kept)}`);
    expect(text).not.toBe(TEXT);
    expect(parseRecording(text).ok).toBe(true);
  });

  it('is survived, whatever happened to its text', () => {
    fc.assert(
      fc.property(mutated([TEXT]), (text) => {
        expect(use(text)).toBeTypeOf('string');
      }),
      { numRuns: 1_000, seed },
    );
  });

  it('is survived, whatever stands in one of its places', () => {
    const into = fc.oneof(
      fc.constantFrom<Json>(null, true, -1, 1e308, -0, 0.5, 8.64e15, 2 ** 53, '', [], {}, '__proto__', '\u001b[31m'),
      fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
    );
    let read = 0;
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 8 }), into, (where, value) => {
        const text = use(JSON.stringify(damaged(JSON.parse(TEXT) as Json, where, value)));
        // Nothing that a terminal could take for a command comes through.
        expect(text).not.toMatch(/[^\P{C}\n]/u);
        if (text.includes('judged')) read += 1;
      }),
      { numRuns: 1_000, seed },
    );
    expect(read).toBeGreaterThan(10);
  });

  it.each(jsonCorpus().slice(0, 60))('is none: %s', (_name, body) => {
    expect(['not-json', 'not-a-recording', 'too-large']).toContain(use(body));
  });

  it('is told why it is not read', () => {
    expect(use('x'.repeat(MAX_RECORDING_BYTES + 1))).toBe('too-large');
    expect(use('{')).toBe('not-json');
    expect(use('{"kind":"pilot-light-report","edition":1}')).toBe('not-a-recording');
    expect(use(TEXT.replace('"edition":1', '"edition":2'))).toBe('newer');
    expect(use(TEXT.replace('"edition":1', '"edition":0'))).toBe('damaged');
    expect(use(TEXT.replace('"parts"', '"more":1,"parts"'))).toBe('damaged');
    expect(use('['.repeat(100_000) + ']'.repeat(100_000))).toBe('not-a-recording');
  });
});
