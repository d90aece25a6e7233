import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { isOurs, type ExportFile } from '../../core/export/export-file.ts';
import { exportTargets } from '../../core/export/export-target.ts';
import { grafanaDashboard } from '../../core/export/grafana/dashboard.ts';
import { kubernetesProbes } from '../../core/export/kubernetes.ts';
import { prometheusFiles } from '../../core/export/prometheus/prometheus-files.ts';
import { loginMetrics } from '../../core/export/prometheus/login-metrics.ts';
import type { SettingsFact } from '../../core/diagnosis/facts.ts';
import { systemdUnit } from '../../core/export/systemd-unit.ts';
import type { Settings } from '../../core/settings.ts';
import { isLoopback } from '../../core/target-url.ts';
import { readSettingsFile } from '../settings-file.ts';
import { currentPlatform } from '../current-platform.ts';
import { standingAt, writeShared } from '../files/shared-file.ts';
import { Unavailable, UsageError, type Given } from './given.ts';
import { healthPaths } from './health-paths.ts';
import type { Session } from './session.ts';
import { settingsHere, settingsPath } from './settings-here.ts';
import { surveyHere } from './survey-here.ts';
import { textsFor } from './texts.ts';

/** Writes or prints the files of an export. */
export async function runExport(given: Given, session: Session): Promise<number> {
  const [kind = '', folder = '-'] = given.operands;
  const files = await filesOf(kind, given, session);
  if (folder === '-') print(files, session);
  else await write(files, folder, given.has('force'), session);
  return 0;
}

async function filesOf(kind: string, given: Given, session: Session): Promise<readonly ExportFile[]> {
  if (kind === 'systemd') return [systemdUnit({ command: ownCommand() })];
  const { settings } = settingsHere(given, session);
  if (kind === 'metrics') return [await metricsFile(settings, given, session)];
  if (kind === 'grafana') return [grafanaDashboard(settings, await textsFor(settings, session.env))];
  if (kind !== 'prometheus' && kind !== 'kubernetes') throw new UsageError(`There is no export "${kind}".`);
  const targets = exportTargets(settings, await healthPaths(settings, session));
  if (kind === 'kubernetes') return [kubernetesProbes(settings, targets)];
  const texts = await textsFor(settings, session.env);
  return prometheusFiles({ settings, targets, texts, platform: currentPlatform() });
}

// Of the login on another computer nothing is known here.
async function metricsFile(settings: Settings, given: Given, session: Session): Promise<ExportFile> {
  const fact = (): SettingsFact => readSettingsFile(settingsPath(given, session)).fact;
  const sight = await surveyHere({ cliPath: settings.cliPath, settings: fact }, session).look();
  const { present, loginExpiresAt } = sight.signIn ?? {};
  const here = exportTargets(settings, new Map()).filter(({ url }) => isLoopback(new URL(url).hostname));
  return loginMetrics(here, present === true ? loginExpiresAt : undefined);
}

// As this very program was started.
function ownCommand(): readonly [string, string] {
  return [process.execPath, realpathSync(process.argv[1] ?? '')];
}

function print(files: readonly ExportFile[], { terminal }: Session): void {
  for (const { name, text } of files) {
    if (files.length > 1) terminal.write(`--- # ${name}\n`);
    terminal.write(text);
  }
}

// Nothing is written before it is known that all may be.
async function write(files: readonly ExportFile[], folder: string, force: boolean, session: Session): Promise<void> {
  const places = files.map(({ name, text }) => ({ path: join(folder, name), text }));
  const standing = await Promise.all(places.map(({ path }) => standingAt(path, isOurs)));
  const theirs = places.find((_place, i) => standing[i] === 'theirs');
  if (theirs !== undefined && !force)
    throw new Unavailable(
      `${theirs.path} was not written by Pilot Light. Nothing was written; --force writes over it.`,
    );
  for (const { path, text } of places) {
    // One after the other, so that they are told in their order.
    // oxlint-disable-next-line no-await-in-loop
    const written = await writeShared(path, text);
    if (!written.ok) throw new Unavailable(`${path} cannot be written (${written.code}).`);
    session.terminal.print(path);
  }
}
