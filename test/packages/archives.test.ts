import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PACKAGES } from '../../build/package/configuration.mjs';
import { INSTALLED, PROGRAM } from '../../build/package/identity.mjs';

/** The paths that a command lists, but for folders and for what each system has at another place. */
function listed(program: string, ...args: readonly string[]): readonly string[] {
  const lines = execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1_000_000_000 }).split('\n');
  // The last is laid by electron-builder, as it is about to pack a deb; we have no use for it.
  const elsewhere = /^\/usr\/share\/(?:doc|licenses|zsh)\/|\/apparmor-profile$/;
  return lines.filter((path) => path !== '' && !path.endsWith('/') && !elsewhere.test(path)).toSorted();
}

function made(ending: string): string {
  const name = readdirSync(PACKAGES).find((file) => file.endsWith(ending));
  if (name === undefined) throw new Error(`There is no ${ending} to be tested`);
  return join(PACKAGES, name);
}

test('deb, rpm and tar.gz hold the same', () => {
  const unpack = 'dpkg-deb --fsys-tarfile "$0" | tar --list --file=- | sed "s/^\\.//"';
  const ofDeb = listed('sh', '-c', unpack, made('.deb'));
  const filesOfRpm =
    'rpm --query --queryformat "[%{FILEMODES:perms} %{FILENAMES}\\n]" --package "$0" | sed -n "s/^[^d][^ ]* //p"';
  const ofRpm = listed('sh', '-c', filesOfRpm, made('.rpm'));
  expect(ofRpm.filter((path) => !ofDeb.includes(path))).toEqual([]);
  expect(ofDeb.filter((path) => !ofRpm.includes(path))).toEqual([]);
  const ofTar = listed('tar', '--list', '--file', made('.tar.gz')).map((path) => path.replace(/^[^/]+/, INSTALLED));
  expect(ofTar).toEqual(ofDeb.filter((path) => path.startsWith(`${INSTALLED}/`)));
  expect(ofTar).toContain(`${INSTALLED}/${PROGRAM}`);
});

test('an rpm is for the processors by the names that it calls them', () => {
  expect(
    execFileSync('rpm', ['--query', '--queryformat', '%{ARCH}', '--package', made('.rpm')], { encoding: 'utf8' }),
  ).toBe('x86_64');
});
