import type { Environment } from '../../engine/processes/child-environment.ts';

// What the library that reads the address would take for the end of it.
const UNREADABLE = /[,:;]/;

/**
 * Where the session bus listens, as a D-Bus address of one local socket; undefined where there is none that we would talk
 * to: other ways than a local socket would start programs or leave this computer.
 */
export function busAddress(env: Environment): string | undefined {
  const told = env['DBUS_SESSION_BUS_ADDRESS'];
  if (told !== undefined && told !== '') return told.split(';').map(localSocket).find(Boolean);
  // Where systemd has it, whether the variable came through or not.
  const folder = env['XDG_RUNTIME_DIR'];
  return folder === undefined || !folder.startsWith('/') ? undefined : socketAt('path', `${folder}/bus`);
}

function localSocket(address: string): string | undefined {
  if (!address.startsWith('unix:')) return undefined;
  const parameters = new Map(address.slice('unix:'.length).split(',').map(parameter));
  return socketAt('path', parameters.get('path')) ?? socketAt('abstract', parameters.get('abstract'));
}

function parameter(text: string): readonly [key: string, value: string | undefined] {
  const equals = text.indexOf('=');
  return [text.slice(0, equals), unescaped(text.slice(equals + 1))];
}

// Bytes are escaped as they are in a URL (D-Bus specification, "Server addresses").
function unescaped(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    // An escape that is none: there is no such address.
    return undefined;
  }
}

function socketAt(kind: 'path' | 'abstract', place: string | undefined): string | undefined {
  return place === undefined || place === '' || UNREADABLE.test(place) ? undefined : `unix:${kind}=${place}`;
}
