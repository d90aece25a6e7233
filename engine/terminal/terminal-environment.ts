import type { Environment } from '../processes/child-environment.ts';

// What Electron adds for itself, what loads code into every program, and what an AppImage tells of itself.
const DROPPED: ReadonlySet<string> = new Set([
  'CHROME_DESKTOP',
  'GDK_BACKEND',
  'NO_AT_BRIDGE',
  'ORIGINAL_XDG_CURRENT_DESKTOP',
  'NODE_OPTIONS',
  'APPDIR',
  'APPIMAGE',
  'ARGV0',
  'OWD',
]);
const DROPPED_BEGINNINGS = ['ELECTRON_', 'LD_', 'DYLD_'] as const;

/**
 * The user's own desktop environment, as a terminal started from the desktop's menu would have it: all of ours, without what
 * Electron and its package put there. Unlike `childEnvironment` no allow-list, since the user goes on working in it.
 */
export function terminalEnvironment(env: Environment): Record<string, string> {
  const kept = Object.entries(env).flatMap(([name, value]) =>
    value === undefined || isDropped(name) ? [] : [[name, value] as const],
  );
  return { ...Object.fromEntries(kept), ...trueDesktop(env) };
}

function isDropped(name: string): boolean {
  return DROPPED.has(name) || DROPPED_BEGINNINGS.some((beginning) => name.startsWith(beginning));
}

// Electron calls every desktop "Unity" for its tray icon's sake, and keeps the true name here.
function trueDesktop(env: Environment): Record<string, string> {
  const original = env['ORIGINAL_XDG_CURRENT_DESKTOP'];
  return original === undefined ? {} : { XDG_CURRENT_DESKTOP: original };
}
