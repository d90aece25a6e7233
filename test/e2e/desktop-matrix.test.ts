import { expect } from 'vitest';
import { inLanes } from '../bench/in-lanes.ts';
import type { Cell, Stage } from './cell.ts';
import { test, type Desk } from './desk.ts';
import { watchMainLoop } from './main-loop.ts';
import { NOTIFICATION_SERVICES } from './notification-cells.ts';
import { startPrivateBus } from './private-bus.ts';
import { TRAYS } from './tray-cells.ts';
import { userIn } from './user.ts';

// The real app on a desktop that has, has not, loses or keeps waiting each of the two services that show us (input 66, R17,
// R18, R20): whatever the service does, the light is to be seen, and the main loop goes on.
const MAX_STALL_MS = 250;
// Two cores start no more apps than these at once without stalls that are the computer's own.
const LANES = 3;
// Half a minute; where the computer itself stood still, each cell once more, alone.
const LIMIT_MS = 240_000;
const CELLS = Object.entries({ ...TRAYS, ...NOTIFICATION_SERVICES });

/** Plays a cell, and tells for how many milliseconds the main loop stood still at the longest. */
async function play(desk: Desk, name: string, { scenario, services, run, end }: Cell): Promise<number> {
  const bus = await startPrivateBus(desk, (await services?.(desk)) ?? 'usual');
  const proxy = await desk.simulate(scenario);
  const user = userIn(`${desk.folder}/${name.replaceAll(/\W+/g, '-')}`);
  user.installCli('logs-in.sh');
  let longest = Number.POSITIVE_INFINITY;
  let finish = (): Promise<unknown> => Promise.resolve();
  const start: Stage['start'] = async () => {
    const app = await desk.launch(proxy.url, { ...user.env, DBUS_SESSION_BUS_ADDRESS: bus.address });
    const stall = await watchMainLoop(app);
    finish = async () => {
      longest = await stall();
      await (end?.(app) ?? app.close());
    };
    return app;
  };
  await run({ desk, bus, proxy, user, start });
  await finish();
  return longest;
}

/** What became of a cell: how long the main loop stood still, or what went wrong. */
async function outcomeOf(desk: Desk, [name, cell]: (typeof CELLS)[number]): Promise<number | string> {
  try {
    return await play(desk, name, cell);
  } catch (error) {
    return `${name}: ${String(error)}`;
  }
}

const isTooLong = (outcome: number | string | undefined): boolean => Number(outcome) > MAX_STALL_MS;

test(
  'whatever the desktop has, the light is seen, and the main loop goes on',
  { timeout: LIMIT_MS },
  async ({ desk }) => {
    const outcomes = await inLanes(CELLS, LANES, (cell) => outcomeOf(desk, cell));
    expect(outcomes.filter((outcome) => typeof outcome === 'string')).toEqual([]);
    // Beside others an app may have waited for the computer: alone it does not.
    const slow = CELLS.filter((_cell, i) => isTooLong(outcomes[i]));
    const alone = await inLanes(slow, 1, async (cell) => [cell[0], await outcomeOf(desk, cell)] as const);
    expect(alone.filter(([, outcome]) => typeof outcome === 'string' || isTooLong(outcome))).toEqual([]);
  },
);
