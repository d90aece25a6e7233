import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemdUnit } from '../../../core/export/systemd-unit.ts';

const HAS_SYSTEMD = spawnSync('systemd-analyze', ['--version']).error === undefined;

describe('export systemd', () => {
  it('writes the unit as before', async () => {
    const { name, text } = systemdUnit({ command: ['/usr/bin/node', '/opt/pilot light/out/cli/pilot-light.cjs'] });
    await expect(text).toMatchFileSnapshot(`../../fixtures/export/${name}`);
  });

  it('keeps what would mean something to systemd from meaning anything', () => {
    const odd = '/a "b"/100%/$HOME\\c/\n[Service]';
    const quoted = '"/a \\"b\\"/100%%/$HOME\\\\c/\\u000a[Service]"';
    expect(systemdUnit({ command: [odd] }).text).toContain(`ExecStart=:"/usr/bin/env" ${quoted} watch --notify\n`);
    expect(systemdUnit({ command: ['/x', odd] }).text).toContain(`ExecStart=:"/x" ${quoted} watch --notify\n`);
  });
});

describe.skipIf(!HAS_SYSTEMD)('the exported unit, by systemd-analyze', () => {
  let folder = '';
  let program = '';
  let unit = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'exported-unit-'));
    program = join(folder, 'pilot light 100%');
    writeFileSync(program, '#!/bin/sh\n');
    chmodSync(program, 0o755);
    const { name, text } = systemdUnit({ command: [program] });
    unit = join(folder, name);
    writeFileSync(unit, text);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const analyze = (...args: readonly string[]): { readonly status: number | null; readonly told: string } => {
    const env = { ...process.env, XDG_RUNTIME_DIR: folder, SYSTEMD_LOG_LEVEL: 'warning' };
    const { status, stdout, stderr } = spawnSync('systemd-analyze', args, { encoding: 'utf8', env });
    return { status, told: `${stdout}${stderr}` };
  };

  it('is well-formed, and finds its program', () => {
    expect(analyze('verify', '--user', '--man=no', unit)).toEqual({ status: 0, told: '' });
  });

  it('would be told if it did not', () => {
    const wrong = join(folder, 'wrong.service');
    writeFileSync(wrong, systemdUnit({ command: ['/nowhere/at all'] }).text);
    expect(analyze('verify', '--user', '--man=no', wrong).told).toContain('/nowhere/at all');
  });

  it('is confined', () => {
    const { status, told } = analyze('security', '--user', '--offline=yes', '--threshold=60', '--no-pager', unit);
    expect(told).toMatch(/Overall exposure level/);
    expect(status).toBe(0);
  });
});
