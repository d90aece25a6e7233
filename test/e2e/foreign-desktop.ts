import { join } from 'node:path';
import { expect } from 'vitest';
import { sessionBus } from './bus.ts';
import { printed } from './printed.ts';
import { startProcess, type StartedProcess } from './process.ts';
import { findTrayItem, type TrayItem } from './tray-item.ts';
import { AS_NOBODY } from './unprivileged.ts';

/** The desktop of an ordinary user, who is not us. */
export interface ForeignDesktop {
  readonly home: string;
  readonly display: string;
  readonly bus: string;
  tray(pid: number): Promise<TrayItem>;
  /** How many colours the popup has on the screen; none while it is not there. */
  coloursOfPopup(): Promise<number>;
}

/** What to print on that desktop for others to find it: to be run by a shell. */
export const TELL_DESKTOP = 'printf "BUS=%s\\nDISPLAY=%s\\nHOME=%s\\n" "$DBUS_SESSION_BUS_ADDRESS" "$DISPLAY" "$HOME"';

/** The desktop that a process told of. `folder` is one where that user may write. */
export async function foreignDesktop(run: StartedProcess, folder: string): Promise<ForeignDesktop> {
  const bus = await printed(run, /^BUS=(.+)$/m);
  const display = await printed(run, /^DISPLAY=(.+)$/m);
  const there = [...AS_NOBODY, 'env', `DBUS_SESSION_BUS_ADDRESS=${bus}`, `DISPLAY=${display}`];
  const picture = join(folder, 'popup.png');
  return {
    bus,
    display,
    home: await printed(run, /^HOME=(.+)$/m),
    tray: (pid) => findTrayItem(sessionBus(there), pid),
    coloursOfPopup: async () => {
      const found = startProcess([...there, 'xdotool', 'search', '--onlyvisible', '--name', '^Pilot Light$']);
      if ((await found.ended).code !== 0) return 0;
      const taken = startProcess([...there, 'import', '-window', found.output().trim(), picture]);
      expect((await taken.ended).code).toBe(0);
      const counted = startProcess(['identify', '-format', '%k', picture]);
      expect((await counted.ended).code).toBe(0);
      return Number(counted.output());
    },
  };
}
