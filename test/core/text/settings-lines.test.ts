import { expect, it } from 'vitest';
import { addressProblem } from '../../../core/text/address-problem.ts';
import { english } from '../../../core/text/english.ts';
import { foundRows } from '../../../core/text/found-rows.ts';
import { numberProblem, troubleLines } from '../../../core/text/settings-lines.ts';
import { snoozeLine } from '../../../core/text/snooze-line.ts';
import { readSettings } from '../../../core/settings.ts';
import { snapshotOf } from '../../renderer/states.ts';

const { urlProblems } = english.settings;
const TARGETS = [{ url: 'http://localhost:8000' }];

it('names what is wrong with the settings file, with its line where that is known', () => {
  const troubles = [{ key: 'interval', line: 4 }, { key: 'shortcut' }, { line: 7 }, {}] as const;
  expect(troubleLines(troubles, english)).toEqual([
    '“interval” in line 4 took its default.',
    '“shortcut” took its default.',
    'The file cannot be read in line 7: everything took its default.',
    'The file cannot be read: everything took its default.',
  ]);
});

it.each([
  ['', undefined],
  ['  ', undefined],
  ['http://localhost:4000', undefined],
  ['localhost:4000', urlProblems['not-http']],
  ['proxy', urlProblems['not-an-address']],
  ['http://me:secret@localhost', urlProblems['has-credentials']],
  ['http://localhost:0', urlProblems['bad-port']],
  [`http://${'a'.repeat(2_100)}`, urlProblems['too-long']],
  ['HTTP://LocalHost:8000/', urlProblems.twice],
])('judges the address %j as it is typed', (typed, problem) => {
  expect(addressProblem(typed, TARGETS, english)).toBe(problem);
});

it.each([
  ['5', true],
  [' 5 ', true],
  ['3600', true],
  ['4', false],
  ['3601', false],
  ['', false],
  ['-5', false],
  ['1e3', false],
  ['7.5', false],
  ['0x10', false],
])('judges the number %j as it is typed', (typed, isRight) => {
  expect(numberProblem(typed, 5, 3_600, english)).toBe(isRight ? undefined : 'A whole number from 5 to 3,600.');
});

it('says until when notifications rest', () => {
  const until = new Date(2026, 10, 22, 14, 30).getTime();
  expect(snoozeLine({ until }, english)).toMatch(/^Notifications rest until 2:30\sPM$/u);
  expect(snoozeLine({ until: 'recovery' }, english)).toBe('Notifications rest until all is well');
});

it('names the proxies that were found, by their own names where they have one', () => {
  const settings = readSettings({});
  const found = [{ url: 'http://localhost:8000' }, { url: 'http://localhost:4000', name: 'mine' }];
  expect(foundRows(snapshotOf([], 0, 1, { settings, found }))).toEqual([
    { url: 'http://localhost:8000', title: 'localhost:8000', detail: '', isWatched: true },
    { url: 'http://localhost:4000', title: 'mine', detail: 'localhost:4000', isWatched: false },
  ]);
  expect(foundRows(snapshotOf([], 0, 1, { settings }))).toBeUndefined();
});
