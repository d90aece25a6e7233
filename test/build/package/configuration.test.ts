import type { Configuration } from 'electron-builder';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configuration } from '../../../build/package/configuration.mjs';
import { APP_ID, HOMEPAGE } from '../../../build/package/identity.mjs';
import { ROOT } from '../../../build/setup/paths.mjs';
import { APP_ID as APP_ID_AT_RUN_TIME } from '../../../electron/app-id.ts';

// electron-builder checks all of it against its own schema at each build; it shows nobody else how.
const ofBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const validate: (config: Configuration, log: object) => Promise<void> = ofBuilder(
  'app-builder-lib/out/util/config/config',
).validateConfiguration;
const logger = new (ofBuilder('builder-util').DebugLogger)(false);

const OFFICIAL = configuration({ version: '45.4.1' });
const FOR_TESTS = configuration({ version: '33.2.1', dist: '/elsewhere/dist' });

describe('the configuration of the packages', () => {
  it.each([
    ['of a release', OFFICIAL],
    ['for tests', FOR_TESTS],
  ])('%s is valid, for every system', async (_which, config) => {
    await expect(validate(config, logger)).resolves.toBeUndefined();
  });

  it('is refused with a word that electron-builder does not know', async () => {
    const nsis: object = { oneClik: true };
    await expect(validate({ ...OFFICIAL, nsis }, logger)).rejects.toThrow('configuration.nsis should be');
  });

  it('has every package for both kinds of processor', () => {
    const x64AndArm = ['x64', 'arm64'];
    expect([OFFICIAL.linux?.target, OFFICIAL.win?.target, OFFICIAL.mac?.target]).toEqual([
      ['AppImage', 'deb', 'rpm', 'tar.gz'].map((target) => ({ target, arch: x64AndArm })),
      ['nsis', 'portable'].map((target) => ({ target, arch: x64AndArm })),
      ['dmg', 'zip'].map((target) => ({ target, arch: 'universal' })),
    ]);
  });

  it('takes the official Electron, and says so in the name of a package that holds another', () => {
    expect(OFFICIAL).not.toHaveProperty('electronDist');
    expect(OFFICIAL.artifactName).not.toContain('for-tests');
    expect(FOR_TESTS).toMatchObject({ electronDist: '/elsewhere/dist', electronVersion: '33.2.1' });
    expect(FOR_TESTS.artifactName).toContain('-for-tests-');
  });

  it('is a tray app on macOS, and one thing by one name everywhere', () => {
    expect(OFFICIAL.mac?.extendInfo).toEqual({ LSUIElement: true });
    const metainfo = readFileSync(join(ROOT, 'build/package/metainfo.xml'), 'utf8');
    expect(APP_ID_AT_RUN_TIME).toBe(APP_ID);
    expect(metainfo).toContain(`<id>${APP_ID}</id>`);
    expect(metainfo).toContain(`<url type="homepage">${HOMEPAGE}</url>`);
    expect(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))).toMatchObject({
      homepage: HOMEPAGE,
      productName: OFFICIAL.productName,
      desktopName: 'pilot-light.desktop',
    });
  });
});
