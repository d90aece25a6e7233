import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from 'vitest';
import type { ScenarioName } from '../simulator/scenarios.ts';
import { startSimulator, type Simulator } from '../simulator/simulator.ts';
import { appCommand, launchApp, type RunningApp } from './app.ts';
import { sessionBus } from './bus.ts';
import { keepEvidence } from './evidence.ts';
import { notificationsOf, recordNotifications, type SentNotification } from './notifications.ts';
import { processesIn, startProcess, type StartedProcess } from './process.ts';
import { findTrayItem, type TrayItem } from './tray-item.ts';
import { userIn } from './user.ts';

/** What a test has before it. All that is started here ends with the test; if it failed, its evidence is kept. */
export interface Desk {
  /** A folder of the test's own. Processes whose command line mentions it end with the test. */
  readonly folder: string;
  simulate(scenario: ScenarioName, port?: number): Promise<Simulator>;
  /** The app, driven by Playwright, on a profile of its own; unless told otherwise, for a user who is signed in. */
  launch(url: string, env?: Readonly<Record<string, string>>): Promise<RunningApp>;
  /** The app as a user starts it, on a profile that may be in use: nothing that it prints is missed. */
  spawn(profile: string, ...args: readonly string[]): StartedProcess;
  /** Any other program. */
  run(command: readonly string[], env: NodeJS.ProcessEnv): StartedProcess;
  /** The app's icon, once the tray has it. */
  tray(app: StartedProcess): Promise<TrayItem>;
  /** What the app has sent to the notification service so far. */
  notifications(app: StartedProcess): readonly SentNotification[];
}

export const test = base.extend<{ desk: Desk }>({
  desk: async ({ task }, use) => {
    const bus = sessionBus();
    const record = await recordNotifications(bus);
    const folder = await mkdtemp(join(tmpdir(), 'pilot-light-e2e-'));
    const apps: RunningApp[] = [];
    let launches = 0;
    const programs: StartedProcess[] = [];
    const simulators: Simulator[] = [];
    const somebody = userIn(join(folder, 'somebody'));
    somebody.installCli('signed-in.sh');
    somebody.storeLogin(Date.now() + 30 * 86_400_000);
    const run: Desk['run'] = (command, env) => kept(programs, startProcess(command, env));
    await use({
      folder,
      simulate: async (scenario, port = 0) => kept(simulators, await startSimulator({ scenario, port })),
      launch: async (url, env = somebody.env) => {
        launches += 1;
        return kept(apps, await launchApp(join(folder, `profile-${launches}`), [`--url=${url}`], env));
      },
      spawn: (profile, ...args) => run(appCommand(profile, args), { ...process.env, ...somebody.env }),
      run,
      tray: ({ pid }) => findTrayItem(bus, pid),
      notifications: ({ pid }) => notificationsOf(record, pid),
    });
    const surprises = [...apps, ...programs].filter((each) => /Uncaught|Unhandled/.test(each.output()));
    if (task.result?.state === 'fail' || surprises.length > 0)
      await keepEvidence(task.name, { apps, programs, record });
    // A terminal outlives the app, and keeps the pipes open by which Playwright sees that the app has ended.
    await endAll(folder, (commandLine) => commandLine.includes('/terminal/'));
    await Promise.all([...apps, ...simulators].map((each) => each.close()));
    await record.stop();
    await endAll(folder);
    // Whoever is ending may write a last time.
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    expect(surprises.map((each) => each.output())).toEqual([]);
  },
});

function kept<T>(all: T[], started: T): T {
  all.push(started);
  return started;
}

async function endAll(folder: string, isMeant: (commandLine: string) => boolean = () => true): Promise<void> {
  for (const { pid, commandLine } of await processesIn(folder)) {
    if (!isMeant(commandLine)) continue;
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended meanwhile, which is what is wanted.
    }
  }
}
