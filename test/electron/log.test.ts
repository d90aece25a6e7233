import { describe, expect, it } from 'vitest';
import { redactor } from '../../core/report/redact.ts';
import { rememberErrors } from '../../electron/error-memory.ts';
import { logTo } from '../../electron/log.ts';
import { leftOf } from '../core/report/left-of.ts';
import { ALL_NAUGHTY_TEXTS } from '../hostile/naughty-texts.ts';
import { SECRETS, WORDS } from '../core/report/secrets.ts';

function logged(what: string, error?: unknown): string {
  const lines: string[] = [];
  logTo((line) => lines.push(line), redactor(WORDS))(what, error);
  return lines.join('');
}

describe('input 54 and 56: the log', () => {
  it.each(SECRETS)('has nothing of: $name', ({ text, hidden }) => {
    const lines = [logged(text), logged('Watching failed', new Error(text)), logged('Rejected', text)];
    expect(lines.flatMap((line) => leftOf(hidden, line))).toEqual([]);
  });

  it('tells when, what, and where in the code', () => {
    const line = logged('Watching failed', new TypeError('x is not a function'));
    expect(line).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z Watching failed: TypeError: x is not a function\n\s+at /);
    expect(logged('Nothing more')).toMatch(/Z Nothing more\n$/);
  });

  it('takes whatever is thrown', () => {
    const odd = [undefined, null, 4, 'text', Object.create(null), { toString: 4 }, Symbol('s')];
    expect(odd.map((error) => logged('Thrown', error)).every((line) => line.endsWith('\n'))).toBe(true);
    const nasty = new Error('x');
    Object.defineProperty(nasty, 'stack', { get: () => JSON.parse('no') });
    expect(logged('Thrown', nasty)).toContain('does not tell');
  });

  it('has nothing that a terminal would obey, inputs 32 to 38', () => {
    const all = ALL_NAUGHTY_TEXTS.flatMap((text) => [logged(text), logged('Watching failed', new Error(text))]);
    expect(all.filter((line) => /[^\P{C}\n]/u.test(line))).toEqual([]);
  });

  it('is bounded', () => {
    expect(logged('x'.repeat(1_000_000)).length).toBeLessThan(70_000);
  });
});

describe('the memory of errors', () => {
  it('has the last twenty, newest last, each of them short', () => {
    const { keep, recent } = rememberErrors();
    expect(recent()).toEqual([]);
    for (let i = 1; i <= 25; i += 1) keep(`error ${i} ${'x'.repeat(10_000)}\n`);
    expect(recent()).toHaveLength(20);
    expect(recent().at(-1)).toMatch(/^error 25 /);
    expect(recent()[0]).toMatch(/^error 6 /);
    expect(Math.max(...recent().map(({ length }) => length))).toBe(2_000);
  });
});
