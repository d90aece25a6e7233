import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { OUT, ROOT } from '../setup/paths.mjs';
import { capture } from '../setup/run.mjs';
import { Trouble } from '../setup/say.mjs';
import { billOfMaterials } from './bill-of-materials.mjs';
import { bundledPackages } from './bundled-packages.mjs';
import { APP_BUNDLES, PACKAGES, STAGE, TERMINAL_BUNDLES } from './configuration.mjs';
import { INSTALLED, PROGRAM } from './identity.mjs';
import { licencesText, materialsIn } from './licences.mjs';

const SMALLEST = { level: 9 };
const HERE = join(ROOT, 'build', 'package');

/**
 * Puts together what goes into packages beside the app: licences, the program for terminals, and what a Linux system wants to
 * know of both. Writes the bill of materials beside the packages. All bundles must have been made.
 * @param {{ version: string, electron: string }} versions
 */
export async function stage({ version, electron }) {
  rmSync(STAGE, { recursive: true, force: true });
  const materials = materialsIn(bundledPackages([...APP_BUNDLES, ...TERMINAL_BUNDLES]));
  stageResources(version, licencesText(materials));
  await stageInstalled();
  mkdirSync(PACKAGES, { recursive: true });
  const bill = billOfMaterials({ version, electron, materials });
  writeFileSync(join(PACKAGES, `pilot-light-${version}.cdx.json`), `${JSON.stringify(bill, undefined, 2)}\n`);
}

/**
 * What lies beside the app's archive on every system.
 * @param {string} version
 * @param {string} licences
 */
function stageResources(version, licences) {
  const resources = join(STAGE, 'resources');
  cpSync(join(HERE, 'terminal'), join(resources, 'terminal'), { recursive: true });
  const manifest = { name: 'pilot-light', version, private: true, type: 'module' };
  writeFileSync(join(resources, 'terminal', 'package.json'), `${JSON.stringify(manifest)}\n`);
  cpSync(join(ROOT, 'LICENSE'), join(resources, 'LICENSE'));
  writeFileSync(join(resources, 'THIRD-PARTY-LICENCES.txt'), licences);
}

/** What a deb and an rpm put into the folders of the system, by the names in `configuration.mjs`. */
async function stageInstalled() {
  const installed = join(STAGE, 'installed');
  mkdirSync(installed, { recursive: true });
  symlinkSync(`${INSTALLED}/resources/terminal/pilot-light`, join(installed, 'pilot-light'));
  symlinkSync(`${INSTALLED}/${PROGRAM}`, join(installed, PROGRAM));
  const [manual, ...completions] = await Promise.all([
    told('man'),
    ...['bash', 'zsh', 'fish'].map((shell) => told('completion', shell)),
  ]);
  writeFileSync(join(installed, 'pilot-light.1.gz'), gzipSync(manual, SMALLEST));
  const changes = readFileSync(join(ROOT, 'CHANGELOG.md'));
  writeFileSync(join(installed, 'changelog.gz'), gzipSync(changes, SMALLEST));
  ['bash', 'zsh', 'fish'].forEach((shell, i) => {
    writeFileSync(join(installed, `pilot-light.${shell}`), completions[i] ?? '');
  });
  cpSync(join(HERE, 'metainfo.xml'), join(installed, 'metainfo.xml'));
  writeFileSync(join(installed, 'copyright'), copyright());
}

function copyright() {
  const own = readFileSync(join(ROOT, 'LICENSE'), 'utf8');
  const others = `${INSTALLED}/LICENSE.electron.txt, ${INSTALLED}/LICENSES.chromium.html and\n${INSTALLED}/resources/THIRD-PARTY-LICENCES.txt`;
  return `${own}\nThe licences of Electron, of Chromium and of the packages inside are in\n${others}.\n`;
}

/**
 * What our own program for terminals prints.
 * @param {readonly string[]} args
 */
async function told(...args) {
  const { code, stdout, stderr } = await capture(process.execPath, [join(OUT, 'cli', 'pilot-light.cjs'), ...args]);
  if (code !== 0) throw new Trouble(`pilot-light ${args.join(' ')} failed (exit code ${code}): ${stderr}`);
  return stdout;
}
