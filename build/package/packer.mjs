#!/usr/bin/env node
// Stands in for `fpm -s dir -t deb|rpm`, as far as electron-builder 26 calls it, upon Debian's own dpkg-deb and rpmbuild: what
// is tested here is packed by what packs a release, and no tool is downloaded for it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDeb } from './deb.mjs';
import { readOrder } from './order.mjs';
import { layFiles } from './package-root.mjs';
import { buildRpm } from './rpm.mjs';

const order = readOrder(process.argv.slice(2), (path) => readFileSync(path, 'utf8'));
const work = mkdtempSync(join(tmpdir(), 'pilot-light-packer-'));
try {
  const root = join(work, 'root');
  const contents = layFiles(order.files, root);
  const [program, args] = (order.kind === 'deb' ? buildDeb : buildRpm)(order, contents, { work, root });
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
} finally {
  rmSync(work, { recursive: true, force: true });
}
