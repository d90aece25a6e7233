import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CheckId } from '../../../core/diagnosis/check.ts';
import type { Diagnosis } from '../../../core/diagnosis/diagnosis.ts';
import { readSettings } from '../../../core/settings.ts';
import { systemClock } from '../../../engine/clock.ts';
import type { Monitor } from '../../../engine/monitor.ts';
import { startMonitor } from '../../../engine/start-monitor.ts';
import { holdConnection } from '../../../engine/probe/held-connection.ts';
import { readSettingsFile } from '../../../engine/settings-file.ts';
import { startSurvey } from '../../../engine/survey.ts';

const FIXTURES = fileURLToPath(new URL('../../fixtures/cli/', import.meta.url));

/** A user's home on this very computer, with what belongs to a CLI in it, and a proxy that is watched from there. */
export interface Computer {
  readonly home: string;
  /** Puts a fake CLI on the PATH, by the name of its fixture. */
  installCli(fixture: string, mode?: number): void;
  removeCli(): void;
  /** Stores a login whose secrets are planted, and that ends at this moment. */
  storeLogin(endsAt?: number, mode?: number): void;
  removeLogin(): void;
  writeSettings(text: string): void;
  /** Watches a proxy at this address, until the computer is switched off. */
  watch(url: string): Monitor;
  switchOff(): void;
}

/** `env`: further variables. Nothing of the machine that runs the test shines through, but for its file system. */
export function computer(env: Readonly<Record<string, string>> = {}, fixtures = FIXTURES): Computer {
  const home = mkdtempSync(join(tmpdir(), 'computer-'));
  const [bin, config] = [join(home, 'bin'), join(home, '.claude')];
  for (const folder of [bin, config, join(home, 'empty')]) mkdirSync(folder, { mode: 0o700 });
  const stops: (() => void)[] = [() => rmSync(home, { recursive: true, force: true })];
  const [cli, credentials, settingsPath] = [
    join(bin, 'claude'),
    join(config, '.credentials.json'),
    join(home, 'settings.json'),
  ];
  return {
    home,
    installCli: (fixture, mode = 0o755) => {
      cpSync(join(fixtures, fixture), cli);
      chmodSync(cli, mode);
    },
    removeCli: () => rmSync(cli, { force: true }),
    storeLogin: (endsAt = Date.now() + 30 * 86_400_000, mode = 0o600) => {
      const login = { accessToken: 'sk-ant-planted', refreshToken: 'planted', refreshTokenExpiresAt: endsAt };
      writeFileSync(credentials, JSON.stringify({ claudeAiOauth: { ...login, expiresAt: Date.now() - 1 } }));
      chmodSync(credentials, mode);
    },
    removeLogin: () => rmSync(credentials, { force: true }),
    writeSettings: (text) => writeFileSync(settingsPath, text),
    watch: (url) => {
      const survey = startSurvey({
        // The system's own folders are looked through too; they hold no CLI on a test machine.
        env: { HOME: home, PATH: `${bin}:/usr/bin:/bin`, ...env },
        platform: 'linux',
        home,
        folder: join(home, 'empty'),
        clock: systemClock,
        machine: process.arch,
        notBefore: 0,
        settings: async () => readSettingsFile(settingsPath).fact,
        app: () => ({ version: '0.1.0', memoryBytes: 1, uptimeMs: 1, lastErrors: [] }),
      });
      const monitor = startMonitor({
        settings: readSettings({ targets: [{ url }] }),
        platform: 'linux',
        appVersion: '0.1.0',
        clock: systemClock,
        surveyor: survey,
        facts: survey.facts,
        connect: (to, onLost) => holdConnection({ url: to, onLost, clock: systemClock, userAgent: 'test' }),
        onError: (error) => {
          throw error;
        },
      });
      stops.unshift(
        () => monitor.stop(),
        () => survey.stop(),
      );
      return monitor;
    },
    switchOff: () => stops.forEach((stop) => stop()),
  };
}

/** Runs all checks, or one of them again, and waits for the end. */
export function diagnose(monitor: Monitor, only?: CheckId): Promise<Diagnosis> {
  return new Promise((resolve) => {
    const stop = monitor.onSnapshot(({ diagnosis }) => {
      if (diagnosis === undefined || diagnosis.state === 'running') return;
      stop();
      resolve(diagnosis);
    });
    monitor.diagnose(monitor.snapshot().targets[0]?.id ?? '', only);
  });
}
