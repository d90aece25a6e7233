import { app, clipboard, shell } from 'electron';
import { commandText } from '../core/advice/commands.ts';
import { LINKS } from '../core/advice/links.ts';
import type { Platform } from '../core/platform.ts';
import type { MenuAction } from '../core/text/menu.ts';
import type { Monitor } from '../engine/monitor.ts';
import type { Log } from './log.ts';

export interface ActionTargets {
  readonly monitor: Pick<Monitor, 'checkNow' | 'pause' | 'resume' | 'accept'>;
  readonly popup: { show(): void; hide(): void };
  readonly platform: Platform;
  readonly log: Log;
}

/** Does what a face asked for. Resolves to false if it could not be done; never rejects. */
export type Act = (action: MenuAction) => Promise<boolean>;

/** Ties the actions to what they act upon. */
export function actOn(targets: ActionTargets): Act {
  return async (action) => {
    try {
      await perform(action, targets);
      return true;
    } catch (error) {
      targets.log(`The action ${action.type} failed`, error);
      return false;
    }
  };
}

// Commands and links are constants, chosen by name: no text from outside reaches the clipboard or the browser.
async function perform(action: MenuAction, { monitor, popup, platform }: ActionTargets): Promise<void> {
  switch (action.type) {
    case 'check-now':
      return monitor.checkNow();
    case 'pause':
      return monitor.pause(action.target);
    case 'resume':
      return monitor.resume(action.target);
    case 'accept':
      return monitor.accept(action.target);
    case 'copy':
      return clipboard.writeText(commandText(action.command, platform));
    case 'open':
      return shell.openExternal(LINKS[action.link]);
    case 'open-popup':
      return popup.show();
    case 'hide':
      return popup.hide();
    case 'quit':
      return app.quit();
  }
}
