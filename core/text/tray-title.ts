import type { Snapshot } from '../snapshot.ts';
import type { Catalogue } from './catalogue.ts';

/** The word beside the icon in the menu bar of macOS, for who wants one: none while all is well. */
export function trayTitle({ light, settings }: Snapshot, { lights }: Catalogue): string {
  return settings.menuBarText && light !== 'healthy' ? lights[light] : '';
}
