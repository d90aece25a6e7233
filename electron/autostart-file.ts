import { rm } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { readFileNow } from '../engine/files/read-file-now.ts';
import { writePrivately, type Written } from '../engine/files/private-file.ts';
import { errorCode } from '../engine/processes/error-code.ts';

const MAX_BYTES = 65_536;
// Tells a file of ours, which is removed, from one that the user made.
const OURS = 'X-Pilot-Light-Settings=true';

/** Where a Linux desktop looks for what it starts at login (XDG Base Directory and Desktop Application Autostart specs). */
export function autostartPath(env: NodeJS.ProcessEnv, home: string): string {
  const config = env['XDG_CONFIG_HOME'];
  // By the specification, a path that is not absolute is ignored.
  return join(
    config !== undefined && isAbsolute(config) ? config : join(home, '.config'),
    'autostart',
    'pilot-light.desktop',
  );
}

/**
 * The file that starts the app again. An AppImage runs from a mount that is gone tomorrow, and names itself; what is started
 * from within one gets to know its name too, and must not take it for its own.
 */
export function ownProgram(env: NodeJS.ProcessEnv, running: string): string {
  const { APPIMAGE: image, APPDIR: mount } = env;
  const isInside = image !== undefined && isAbsolute(image) && mount !== undefined && running.startsWith(`${mount}/`);
  return isInside ? image : running;
}

/** The file that has a Linux desktop start this program at login. */
export function autostartText(program: string, appName: string): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${appName}`,
    // Where the app was removed, the desktop passes over the file.
    `TryExec=${stringValue(program)}`,
    `Exec=${execValue(program)}`,
    'Icon=pilot-light-desktop',
    'Terminal=false',
    'StartupNotify=false',
    'X-GNOME-Autostart-enabled=true',
    OURS,
    '',
  ].join('\n');
}

/** Writes the file, if it is not there or says something else. Never rejects. */
export async function layAutostart(path: string, text: string): Promise<Written> {
  return read(path) === text ? { ok: true } : writePrivately(path, text);
}

/** Removes the file, if it is ours. Never rejects. */
export async function removeAutostart(path: string): Promise<Written> {
  try {
    if (read(path)?.split('\n').includes(OURS) === true) await rm(path, { force: true });
    return { ok: true };
  } catch (error) {
    return { ok: false, code: errorCode(error) ?? 'unknown' };
  }
}

/**
 * The value of an `Exec` key that starts a program. The specification wants no = in the path of a program, and GLib 2.74 finds
 * none that has a % in it (it looks for the doubled one): such a path is handed to a shell as an argument, not as code.
 */
function execValue(program: string): string {
  return (/[%=]/.test(program) ? ['/bin/sh', '-c', 'exec "$0"', program] : [program]).map(quoted).join(' ');
}

/**
 * One argument, quoted by the rules of the Desktop Entry Specification 1.5 ("The Exec key"): the reserved characters
 * " ` $ \ are escaped inside the quotes, % is doubled, and then, as in every value, each backslash is written twice.
 */
function quoted(argument: string): string {
  const escaped = argument.replaceAll(/["`$\\]/g, String.raw`\$&`).replaceAll('%', '%%');
  return stringValue(`"${escaped}"`);
}

/** A value as it is written, by the same specification ("Possible value types"). */
function stringValue(text: string): string {
  return text
    .replaceAll('\\', String.raw`\\`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`);
}

function read(path: string): string | undefined {
  try {
    return readFileNow(path, MAX_BYTES);
  } catch {
    // It is not there, or is no file that we wrote.
    return undefined;
  }
}
