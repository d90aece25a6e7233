import { expect, test } from 'vitest';
import { missingNeeds, planFor } from '../../build/setup/needed-packages.mjs';

const everything = { library: () => true, program: () => true, folder: () => true };
const bookworm = { hasApt: true, isRoot: true, isOffered: (name: string) => !name.endsWith('t64') };

test('nothing is done when nothing is missing', () => {
  const missing = missingNeeds(['runtime', 'headless', 'desktop-tests'], everything);
  expect(planFor(missing, bookworm)).toEqual({ kind: 'nothing' });
});

test('only what the asked groups need is missed', () => {
  const present = { ...everything, program: () => false };
  expect(missingNeeds(['runtime'], present)).toEqual([]);
  expect(missingNeeds(['runtime', 'headless'], present).map(({ program }) => program)).toEqual([
    'Xvfb',
    'dbus-daemon',
    'setpriv',
  ]);
});

const withoutSound = missingNeeds(['runtime'], { ...everything, library: (name) => !name.startsWith('libasound') });

test('root on Debian installs, by the name that this release offers', () => {
  expect(planFor(withoutSound, bookworm)).toEqual({ kind: 'install', packages: ['libasound2'] });
  expect(planFor(withoutSound, { ...bookworm, isOffered: () => true })).toEqual({
    kind: 'install',
    packages: ['libasound2t64'],
  });
});

test('a release of unknown offers is asked for the name that is known longest', () => {
  expect(planFor(withoutSound, { ...bookworm, isOffered: () => false })).toMatchObject({ packages: ['libasound2'] });
});

test('another user is told one command that installs all', () => {
  const missing = missingNeeds(['runtime', 'headless'], { ...everything, program: () => false, library: () => false });
  const plan = planFor(missing, { ...bookworm, isRoot: false });
  expect(plan).toMatchObject({
    kind: 'ask',
    command:
      'sudo apt-get update && sudo apt-get install -y --no-install-recommends ' +
      'libgtk-3-0 libnss3 libgbm1 libasound2 libnotify4 xvfb dbus-daemon util-linux',
  });
});

test('without apt the things themselves are named', () => {
  expect(planFor(withoutSound, { ...bookworm, hasApt: false })).toEqual({ kind: 'name', things: ['libasound.so.2'] });
});
