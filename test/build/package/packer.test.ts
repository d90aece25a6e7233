import { chmodSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { controlText } from '../../../build/package/deb.mjs';
import { readOrder, type Order } from '../../../build/package/order.mjs';
import { layFiles } from '../../../build/package/package-root.mjs';
import { specText } from '../../../build/package/rpm.mjs';

// As electron-builder 26.17.0 calls fpm.
const COMMON = [
  ['--architecture', 'amd64', '--after-install', '/tmp/install', '--after-remove', '/tmp/remove'],
  ['--description', 'A light\n It says:\n\n on or off', '--version', '1.2.0', '--package', '/out/a package'],
  ['--name', 'pilot-light', '--maintainer', 'We <we@pilot-light.example>', '--vendor', 'We'],
  ['--url', 'https://pilot-light.example', '--category', 'utils', '--license', 'MIT'],
  ['/out/linux-unpacked/=/opt/Pilot Light', '/stage/a=b=/usr/bin/pilot-light'],
].flat();
const DEB = ['-s', 'dir', '--force', '-t', 'deb', '-d', 'libnss3', '-d', 'xdg-utils', '--deb-compression', 'gz'];
const RPM = ['-s', 'dir', '--force', '-t', 'rpm', '-d', '(a or b)', '--rpm-os', 'linux', '--rpm-compression', 'xzmt'];

function order(...args: readonly string[]): Order {
  return readOrder([...args, ...COMMON], (path) => `#!/bin/bash\necho ${path}\n`);
}

test('what electron-builder asks for is read', () => {
  expect(order(...DEB, '--deb-suggests', 'nodejs')).toEqual({
    kind: 'deb',
    artefact: '/out/a package',
    name: 'pilot-light',
    version: '1.2.0',
    architecture: 'amd64',
    summary: 'A light',
    description: 'It says:\n\non or off',
    maintainer: 'We <we@pilot-light.example>',
    homepage: 'https://pilot-light.example',
    licence: 'MIT',
    section: 'utils',
    isQuick: true,
    depends: ['libnss3', 'xdg-utils'],
    suggests: ['nodejs'],
    afterInstall: '#!/bin/bash\necho /tmp/install\n',
    files: [
      ['/out/linux-unpacked/', '/opt/Pilot Light'],
      ['/stage/a=b', '/usr/bin/pilot-light'],
    ],
  });
  expect(order(...RPM, '--rpm-summary', 'Short')).toMatchObject({ kind: 'rpm', isQuick: false, summary: 'Short' });
  expect(() => order('-s', 'dir', '-t', 'pacman')).toThrow('not dir as pacman');
});

test('a control file has a line for each thing that is known', () => {
  expect(controlText(order(...DEB), 2_049)).toBe(
    `Package: pilot-light
Version: 1.2.0
Architecture: amd64
Maintainer: We <we@pilot-light.example>
Installed-Size: 3
Depends: libnss3, xdg-utils
Section: utils
Priority: optional
Homepage: https://pilot-light.example
Description: A light
 It says:
 .
 on or off
`,
  );
});

test('a spec file names a folder of ours once', () => {
  const text = specText(order(...RPM), ['opt/Pilot Light/a', 'opt/Pilot Light/b/c', 'usr/bin/pilot-light'], '/root');
  expect(text).toContain('\nRequires: (a or b)\n');
  expect(text).toContain('%files\n"/opt/Pilot Light"\n"/usr/bin/pilot-light"\n\n');
  expect(text.endsWith('%post\n#!/bin/bash\necho /tmp/install\n')).toBe(true);
});

test('what is laid can be read by all, and links stay links', () => {
  const folder = mkdtempSync(join(tmpdir(), 'packer-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'app'), { mode: 0o700 });
  writeFileSync(join(folder, 'app', 'run'), '12345', { mode: 0o700 });
  writeFileSync(join(folder, 'text'), '123', { mode: 0o600 });
  chmodSync(join(folder, 'text'), 0o666);
  symlinkSync('/opt/x/run', join(folder, 'link'));
  const root = join(folder, 'root');
  const laid = layFiles(
    [
      [`${join(folder, 'app')}/`, '/opt/x'],
      [join(folder, 'text'), '/usr/share/text'],
      [join(folder, 'link'), '/usr/bin/run'],
    ],
    root,
  );
  expect(laid).toEqual({ files: ['opt/x/run', 'usr/bin/run', 'usr/share/text'], bytes: 8 + '/opt/x/run'.length });
  const rights = ['opt/x', 'opt/x/run', 'usr', 'usr/share/text'].map(
    (path) => statSync(join(root, path)).mode & 0o7777,
  );
  expect(rights).toEqual([0o755, 0o755, 0o755, 0o644]);
  expect(readlinkSync(join(root, 'usr/bin/run'))).toBe('/opt/x/run');
});
