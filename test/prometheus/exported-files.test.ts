import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prometheusFiles } from '../../core/export/prometheus/prometheus-files.ts';
import { LANGUAGES } from '../../core/settings.ts';
import { GOLDEN, sourceOf } from '../core/export/sources.ts';
import { HAS_PROMETHEUS, ran } from './programs.ts';

const HOSTILE = ['{{ template "x" }}', "'; drop: [*a, &b]", '%{}"\\', '😀 ключ', '- !!js/function', '${HOME} $1 $$'];

const SOURCES = [
  ['the golden files', GOLDEN],
  ['no settings', sourceOf({})],
  ['one look a second', sourceOf({ interval: 1 })],
  [
    'hostile names',
    sourceOf({ targets: HOSTILE.map((name) => ({ name, url: 'http://proxy.example:1/a%20b/%C3%A9' })) }),
  ],
  ['no notifications', sourceOf({ notifications: false, quietHours: { from: '12:00', to: '13:00' } })],
  ...LANGUAGES.map((language) => [`language ${language}`, sourceOf({ language })] as const),
] as const;

describe.skipIf(!HAS_PROMETHEUS)('the exported files, by the tools of those who read them', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'exported-files-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(SOURCES)('are taken by all of them: %s', (_what, source) => {
    const path = (name: string): string => join(folder, name);
    for (const { name, text } of prometheusFiles(source)) writeFileSync(path(name), text);
    expect(ran('promtool', ['check', 'config', path('prometheus.yml')])).toMatchObject({ code: 0, stderr: '' });
    expect(ran('promtool', ['check', 'rules', path('pilot-light.rules.yml')])).toMatchObject({ code: 0, stderr: '' });
    expect(ran('amtool', ['check-config', path('alertmanager.yml')])).toMatchObject({ code: 0 });
    const blackbox = [`--config.file=${path('blackbox.yml')}`, '--config.check'];
    expect(ran('prometheus-blackbox-exporter', blackbox)).toMatchObject({ code: 0 });
  });
});
