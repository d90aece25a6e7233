import { protocol } from 'electron';

/** The scheme under which the popup's files are served, and nothing else is. */
export const APP_SCHEME = 'app';

/** Makes the scheme a proper origin. Only possible before `ready`. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true } }]);
}
