import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyLines } from '../../core/settings-key-lines.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('the lines of the keys of a settings file', () => {
  it('are those of the outermost keys', () => {
    const text =
      '{\n  "targets": [\n    { "url": "x", "interval": 3 }\n  ],\n\n  "interval":\n    5, "a\\"b": "}"\n}\n';
    expect([...keyLines(text).keys]).toEqual([
      ['targets', 2],
      ['interval', 6],
      ['a"b', 7],
    ]);
    expect(keyLines(text).error).toBeUndefined();
  });

  it('are counted for all ways to end a line, and for a key that is there twice the last counts', () => {
    expect(keyLines('{"a": 1,\r\n"b": 2,\r"a": 3}').keys).toEqual(
      new Map([
        ['a', 3],
        ['b', 2],
      ]),
    );
  });

  it.each([
    ['', 1],
    ['{\n  "a": 1,\n}', 3],
    ['{\n  "a": 1\n  "b": 2\n}', 3],
    ['{\n  "a": tru\n}', 2],
    ["{\n\n  'a': 1}", 3],
    ['{"a": "never ended\n}', 1],
    ['{}\n{}', 2],
    ['{"a": [1, 2\n', 2],
    ['{\n// why\n}', 2],
    ['{"a": 01}', 1],
    ['{"a": "\\x"}', 1],
  ])('tell where %j stops being JSON', (text, line) => {
    expect(keyLines(text).error).toBe(line);
  });

  it('are found in any JSON object, however it is laid out', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }),
        fc.nat(4),
        (object, indent) => {
          const text = JSON.stringify(object, null, indent);
          const { keys, error } = keyLines(text);
          expect(error).toBeUndefined();
          expect(new Set(keys.keys())).toEqual(new Set(Object.keys(object)));
          const lines = text.split('\n');
          for (const [key, line] of keys) expect(lines[line - 1]).toContain(JSON.stringify(key));
        },
      ),
    );
  });

  it('call JSON what JSON.parse takes, and nothing else', () => {
    const broken = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '"', '}', ']', '{', '[', ':', '\\', '\n', '1', 'e', '\u0000'),
      )
      .map(([json, at, put]) => json.slice(0, at % (json.length + 1)) + put + json.slice((at % (json.length + 1)) + 1));
    fc.assert(
      fc.property(fc.oneof(fc.json(), broken, fc.string()), (text) => {
        expect(keyLines(text).error === undefined).toBe(isJson(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('need no stack and no patience', () => {
    expect(keyLines('['.repeat(1_000_000)).error).toBe(1);
    expect(keyLines(`{"${'a'.repeat(1_000_000)}":1}`).keys.size).toBe(1);
    expect(keyLines(`{"a":[${'{"b":\n1},'.repeat(100_000)}0]}`).keys).toEqual(new Map([['a', 1]]));
  });
});
