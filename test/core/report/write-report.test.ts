import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REPORT_FORMATS, type ReportFormat } from '../../../core/contract.ts';
import type { Component } from '../../../core/health/report.ts';
import { redactor } from '../../../core/report/redact.ts';
import { MAX_REPORT_BYTES, writeReport } from '../../../core/report/write-report.ts';
import type { Snapshot } from '../../../core/snapshot.ts';
import { english } from '../../../core/text/english.ts';
import { NOW, snapshotIn, STATE_NAMES } from '../states.ts';
import { plantedSnapshot, plantedTarget } from './planted.ts';
import { leftOf } from './left-of.ts';
import { SECRETS, WORDS } from './secrets.ts';

const redact = redactor(WORDS);
const write = (snapshot: Snapshot, format: ReportFormat, errors: readonly string[] = [], by = redact): string =>
  writeReport(snapshot, { format, texts: english, redact: by, errors });

/** What is left of a Markdown text without its code spans, by the rules of CommonMark 0.31, section 6.1. */
function outsideOfCode(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => line.replaceAll(/(?<!`)(`+)(?!`)(?:.*?[^`])??\1(?!`)/g, '<code>'))
    .join('\n');
}

describe('inputs 48 and 56: a report', () => {
  it.each(SECRETS)('has nothing of: $name', ({ text, hidden }) => {
    const snapshot = plantedSnapshot(text);
    const reports = REPORT_FORMATS.map((format) => write(snapshot, format, [`Watching failed: ${text}`]));
    expect(reports.flatMap((report) => leftOf(hidden, report))).toEqual([]);
  });

  it('names no account, however it is spelled, and no moment at which a login ends', () => {
    const [component] = plantedTarget('x').report?.components ?? [];
    const named = { ...component, id: 'authentication', user: 'Quincy', expiresAt: NOW + 12_345 } as Component;
    const target = plantedTarget('x');
    const report = { ...target.report, components: [named] };
    const snapshot = plantedSnapshot('x', [{ ...target, name: 'Quincy’s proxy', report } as typeof target]);
    const text = REPORT_FORMATS.map((format) => write(snapshot, format)).join('');
    expect(text).not.toMatch(/quincy|subscription|expiresAt/i);
    expect(text).toContain('"endsOn": "2026-11-22"');
  });

  it('tells the address of this computer, and of another only the port', () => {
    const at = (url: string): string => write(plantedSnapshot('x', [{ ...plantedTarget('x'), url }]), 'json');
    expect(at('http://127.0.0.1:8123/base')).toContain('"address": "http://127.0.0.1:8123/base"');
    expect(at('https://proxy.wile.example/base')).toContain('"address": "[host]:443"');
    expect(at('no address')).toContain('"address": "[host]"');
  });
});

it('a name that was cut when it was read is left out: what it would have said cannot be known', () => {
  const codes = Array.from('proxy.wile.example', (character) => character.codePointAt(0)).join(',');
  const report = write(plantedSnapshot(`${codes.slice(0, 59)}…`), 'json');
  expect(leftOf(['wile'], report)).toEqual([]);
  expect(report).toContain('"id": "[left out]"');
});

describe('what a report tells', () => {
  it.each(STATE_NAMES)('%s: everything that is known, in whole words', (name) => {
    for (const format of REPORT_FORMATS) expect(write(snapshotIn(name), format)).not.toMatch(/undefined|NaN|\[object/);
  });

  it('is what is needed to help', () => {
    const snapshot = { ...plantedSnapshot('/opt/claude/bin/claude'), targets: snapshotIn('cli-missing').targets };
    const markdown = write(snapshot, 'markdown', ['Watching failed: TypeError']);
    for (const words of [
      '# Pilot Light report',
      '- at: `2026-11-22T09:40:00.000Z`',
      '- platform: `linux`',
      '## Proxy 1: `http://localhost:8000`',
      '- The Claude CLI is missing (`cli-not-found`): severity `down`',
      '- chosen: path `/opt/claude/bin/claude`',
      'Watching failed: TypeError',
    ])
      expect(markdown).toContain(words);
    const parsed: unknown = JSON.parse(write(snapshot, 'json'));
    expect(parsed).toMatchObject({
      kind: 'pilot-light-report',
      diagnosis: { target: 1, checks: [{ id: 'port-owner' }, {}, {}, {}, {}] },
    });
  });

  it('is the same for the same snapshot', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...REPORT_FORMATS), (text, format) => {
        expect(write(plantedSnapshot(text), format)).toBe(write(plantedSnapshot(text), format));
      }),
      { numRuns: 30 },
    );
  });
});

const MARKUP = [
  '[click](https://evil.example)',
  '![x](https://evil.example/x.png)',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '`code` <b>out</b>',
  '``` \n# heading',
  '`',
  '``',
  '` `` ```',
  '\\`escaped\\`',
  '@everyone see #1',
  '**bold** _it_ ~~no~~',
  '| a | b |',
  '$`x`$',
  '&lt;b&gt;',
  'x`',
  '`x',
  '[^1]: note',
  'https://evil.example',
];

describe('Markdown', () => {
  const skeleton = outsideOfCode(write(plantedSnapshot('harmless'), 'markdown', ['harmless']));

  it.each(MARKUP)('is made by us alone: %s', (text) => {
    expect(outsideOfCode(write(plantedSnapshot(text), 'markdown', [text]))).toBe(skeleton);
  });

  it('is made by us alone, whatever is said', () => {
    const naughty = fc.array(fc.constantFrom(...MARKUP, '`', '``', '\\', '\n', '<', 'a'), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(naughty, (pieces) => {
        const text = pieces.join('');
        expect(outsideOfCode(write(plantedSnapshot(text), 'markdown', [text]))).toBe(skeleton);
      }),
      { numRuns: 100 },
    );
  });
});

const LONG = [
  'long words that go on '.repeat(40),
  '`'.repeat(500),
  '"\\'.repeat(300),
  '界'.repeat(500),
  'é́̂'.repeat(300),
  '\u1100'.repeat(3_000),
  'a@b.co '.repeat(100),
];

describe('the size of a report', () => {
  it.each(LONG)('of a thousand targets with 64 components each stays below 200 kB (text %#)', (text) => {
    const component = plantedTarget(text).report?.components[0];
    const components = Array.from({ length: 64 }, (_, i) => ({
      ...component,
      id: `${i} ${text}`,
      message: `${text} ${i}`,
    }));
    const target = plantedTarget(text);
    const crowded = { ...target, report: { ...target.report, components } } as typeof target;
    const targets = Array.from({ length: 1_000 }, (_, i) => ({ ...crowded, id: `target-${i + 1}` }));
    const snapshot = plantedSnapshot(text, targets);
    const errors = Array.from({ length: 1_000 }, () => text);
    // How long a report gets is decided by its limits, not by what is taken out: that would only take time here.
    const untouched = (raw: string): string => raw;
    const reports = REPORT_FORMATS.map((format) => write(snapshot, format, errors, untouched));
    for (const report of reports) {
      expect(Buffer.byteLength(report)).toBeLessThanOrEqual(MAX_REPORT_BYTES);
      expect(Buffer.byteLength(report)).toBeGreaterThan(5_000);
      expect(report).toMatch(/targetsLeftOut": 9\d\d|Left out: 9\d\d more/);
    }
    expect(JSON.parse(reports[REPORT_FORMATS.indexOf('json')] ?? '')).toMatchObject({ shortened: true });
  });

  it('keeps those in trouble when not all fit', () => {
    const well = { ...plantedTarget('fine'), light: 'healthy', findings: [] } as const;
    const targets = [...Array.from({ length: 100 }, () => well), plantedTarget('in trouble')];
    expect(write(plantedSnapshot('x', targets), 'json')).toContain('"number": 101');
  });
});
