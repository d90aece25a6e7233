import { expect, onTestFinished } from 'vitest';
import type { Desk } from './desk.ts';
import type { StartedProcess } from './process.ts';

/** An X display of a test's own, 1280 x 900, with a window manager on it. */
export interface PrivateDisplay {
  readonly server: StartedProcess;
  /** For DISPLAY. */
  readonly name: string;
  /** The user changes to a smaller mode of the screen, or back. */
  resize(to: 'small' | 'whole'): Promise<void>;
}

// 800 x 600, as `xrandr --newmode` takes it.
const SMALL = ['40', '800', '840', '968', '1056', '600', '601', '605', '628'];

/** Starts it. It ends with the test. */
export async function startPrivateDisplay(desk: Desk): Promise<PrivateDisplay> {
  const args = ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp', '-noreset'];
  const server = desk.run(['Xvfb', ...args], process.env);
  onTestFinished(() => end(server));
  const number = (): string | undefined => /^\d+$/m.exec(server.output())?.[0];
  await expect.poll(number, { timeout: 10_000 }).toBeDefined();
  const name = `:${number()}`;
  const env = { ...process.env, DISPLAY: name };
  const run = async (...command: readonly string[]): Promise<void> => {
    expect((await desk.run(command, env).ended).code).toBe(0);
  };
  const manager = desk.run(['openbox'], env);
  onTestFinished(() => end(manager));
  // A window that is shown before the manager is there is put where it likes. Only a manager has desktops to tell of.
  const isManaged = async (): Promise<boolean> => (await desk.run(['xdotool', 'get_desktop'], env).ended).code === 0;
  await expect.poll(isManaged, { timeout: 10_000 }).toBe(true);
  await run('xrandr', '--newmode', 'small', ...SMALL);
  await run('xrandr', '--addmode', 'screen', 'small');
  const modes = { small: 'small', whole: '1280x900' } as const;
  return { server, name, resize: (to) => run('xrandr', '--output', 'screen', '--mode', modes[to]) };
}

async function end({ pid, ended }: StartedProcess): Promise<void> {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
  await ended;
}
