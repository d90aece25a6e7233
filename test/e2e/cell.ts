import type { ScenarioName } from '../simulator/scenarios.ts';
import type { Simulator } from '../simulator/simulator.ts';
import type { RunningApp } from './app.ts';
import type { Desk } from './desk.ts';
import { waitForOwner, type PrivateBus } from './private-bus.ts';
import type { StartedProcess } from './process.ts';
import type { User } from './user.ts';

/** Who keeps the list of tray icons. */
export const WATCHER = 'org.kde.StatusNotifierWatcher';

/** What a cell of the matrix has before it: a bus of its own, a proxy, and a user. */
export interface Stage {
  readonly desk: Desk;
  readonly bus: PrivateBus;
  readonly proxy: Simulator;
  readonly user: User;
  /** Starts the app, and measures its main loop from then on. */
  readonly start: () => Promise<RunningApp>;
}

/** One way in which a desktop may be, and what the app makes of it. */
export interface Cell {
  readonly scenario: ScenarioName;
  /** What the bus would start; absent: what it usually does. */
  readonly services?: (desk: Desk) => Promise<Readonly<Record<string, string>>>;
  readonly run: (stage: Stage) => Promise<unknown>;
  /** How the app ends; absent: as any test ends it. */
  readonly end?: (app: RunningApp) => Promise<unknown>;
}

/** Starts a real panel with a tray. */
export async function startPanel(bus: PrivateBus): Promise<StartedProcess> {
  const panel = bus.run('xfce4-panel', '--disable-wm-check');
  await waitForOwner(bus.seen, WATCHER);
  return panel;
}
