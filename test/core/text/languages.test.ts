import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK_IDS } from '../../../core/diagnosis/check.ts';
import { CONTRADICTION_IDS, FINDING_IDS, type Evidence } from '../../../core/health/finding.ts';
import { plain } from '../../../core/plain.ts';
import type { Catalogue } from '../../../core/text/catalogue.ts';
import { chinese } from '../../../core/text/chinese/chinese.ts';
import { duration } from '../../../core/text/duration.ts';
import { english } from '../../../core/text/english.ts';
import { german } from '../../../core/text/german/german.ts';
import { japanese } from '../../../core/text/japanese/japanese.ts';
import { languageFor } from '../../../core/text/language.ts';
import { loadCatalogue } from '../../../core/text/languages.ts';
import { MAX_PASSED } from '../../../core/text/passed.ts';
import { size } from '../../../core/text/size.ts';

/** Every text of a catalogue that takes no argument, by where it stands. */
function textsIn(value: unknown, at = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[at, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${at}/${key}`));
}

/** Where something stands in a catalogue, be it a text or a function. */
function keysIn(value: unknown, at = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [`${at} ${typeof value}`];
  return Object.entries(value).flatMap(([key, inner]) => keysIn(inner, `${at}/${key}`));
}

// The same word in both languages, or a name.
const SAME = new Set(
  'Pilot Light|Claude CLI|Name|Version|System|JSON|Text|Format|s|Port|Problem|Proxy|ms|ltr'.split('|'),
);

describe('which language is spoken', () => {
  it.each([
    ['system', 'de', 'de'],
    ['system', 'de-AT', 'de'],
    ['system', 'de_DE.UTF-8', 'de'],
    ['system', 'den', 'en'],
    ['system', 'fr-FR', 'en'],
    ['system', '', 'en'],
    ['en', 'de-DE', 'en'],
    ['de', 'en-US', 'de'],
    ['system', 'zh-CN', 'zh-Hans'],
    ['system', 'zh_TW.UTF-8', 'zh-Hans'],
    ['system', 'ja', 'ja'],
    ['system', 'jam', 'en'],
    ['ja', 'de-DE', 'ja'],
  ] as const)('%s on a system in "%s": %s', async (setting, system, locale) => {
    expect((await loadCatalogue(languageFor(setting, system))).locale).toBe(locale);
  });

  it('is one of those that there are, whatever the system says', () => {
    fc.assert(
      fc.property(fc.string(), (system) => {
        expect(['en', 'de', 'zh', 'ja']).toContain(languageFor('system', system));
      }),
    );
  });
});

const CATALOGUES: readonly (readonly [string, Catalogue])[] = [
  ['German', german],
  ['Chinese', chinese],
  ['Japanese', japanese],
];

describe.each(CATALOGUES)('%s', (_name, catalogue) => {
  const full: Evidence = {
    path: '/usr/bin/claude',
    host: '0.0.0.0',
    name: 'nginx',
    names: ['A', 'B'],
    version: '2.0.0',
  };
  const all: Evidence = { ...full, status: 503, port: 8000, pid: 7, ms: 5_000, bytes: 1, count: 3, code: 'EACCES' };

  it('has the texts that English has', () => {
    expect([...keysIn(catalogue)].toSorted()).toEqual([...keysIn(english)].toSorted());
  });

  it('leaves no text empty, unsafe or in English', () => {
    const inEnglish = new Map(textsIn(english));
    const wrong = textsIn(catalogue).filter(
      ([at, text]) => text === '' || plain(text) !== text || (text === inEnglish.get(at) && !SAME.has(text)),
    );
    expect(wrong).toEqual([]);
  });

  it.each(FINDING_IDS)('%s: full sentences with all evidence, and with none', (id) => {
    const words = catalogue.findings[id];
    for (const evidence of [{}, { names: [] }, all]) {
      expect(words.headline(evidence)).not.toMatch(/undefined|NaN|[.:。：]$/);
      expect(words.headline(evidence).length).toBeLessThanOrEqual(60);
      expect(words.why(evidence)).toMatch(/^[^ ].*(?:[^ .]\.|。)$/);
      expect(words.why(evidence)).not.toMatch(/undefined|NaN|\.\.|: \.|。。/);
      expect(words.why(evidence)).not.toBe(english.findings[id].why(evidence));
    }
    expect(words.title).not.toMatch(/[.。]$/);
    expect(words.title.length).toBeLessThanOrEqual(60);
  });

  it('names as much evidence as English does', () => {
    const facts = ['/usr/bin/claude', '0.0.0.0', 'nginx', '2.0.0', '503', '8000', 'EACCES'];
    const named = (text: string): readonly string[] => facts.filter((fact) => text.includes(fact));
    for (const id of FINDING_IDS) {
      expect(named(catalogue.findings[id].headline(all))).toEqual(named(english.findings[id].headline(all)));
      expect(named(catalogue.findings[id].why(all))).toEqual(named(english.findings[id].why(all)));
    }
  });

  it('explains every contradiction in its own words', () => {
    const whys = CONTRADICTION_IDS.map((contradiction) => catalogue.findings.contradiction.why({ contradiction }));
    expect(new Set(whys).size).toBe(CONTRADICTION_IDS.length);
  });

  it.each(CHECK_IDS)('%s: a short name, and a short line whatever is known', (id) => {
    const { name, passed } = catalogue.checks[id];
    expect(name.length).toBeLessThanOrEqual(30);
    for (const evidence of [{}, { names: [] }, all]) {
      expect(passed(evidence)).toMatch(/^.{2,}$/);
      expect(passed(evidence)).not.toMatch(/undefined|NaN|\(\s*\)|, ,/);
      expect(plain(passed(evidence), MAX_PASSED)).toBe(passed(evidence));
    }
  });
});

describe('a finding with a number', () => {
  it.each([
    [english, 'The proxy took 15 ms'],
    [german, 'Der Proxy brauchte 15 ms'],
    [chinese, '代理应答用了 15 毫秒'],
    [japanese, 'プロキシの応答に 15 ミリ秒かかりました'],
  ])('calls no time nothing: %#', ({ findings }, headline) => {
    expect(findings['slow-answer'].headline({ ms: 15 })).toBe(headline);
  });

  it('knows one from many', () => {
    expect(english.findings['app-troubled'].headline({ count: 1 })).toBe('Pilot Light met 1 error of its own');
    expect(english.findings['app-troubled'].headline({ count: 2 })).toBe('Pilot Light met 2 errors of its own');
    expect(german.findings['app-troubled'].headline({ count: 1 })).toBe('Pilot Light hatte 1 eigenen Fehler');
    expect([german.targets.more(1), german.targets.more(2)]).toEqual(['1 weiterer', '2 weitere']);
    expect(german.notifications.list(['a'], 1)).toBe('a und 1 weiterer');
  });
});

describe('German', () => {
  it('writes numbers, sizes and durations as German does', () => {
    expect(german.requests(1_234)).toBe('1.234 Anfragen');
    expect(german.requests(1)).toBe('1 Anfrage');
    expect(size(12_345_678_901, german.locale)).toBe('12,3 GB');
    expect(duration(8_130, german.units)).toBe('2 Std. 15 Min.');
    expect(german.findings['slow-answer'].headline({ ms: 2_300 })).toBe('Der Proxy brauchte 2,3 s');
  });
});
