/**
 * Who the packages say they are. The address is of a kind that nobody can own (RFC 2606), until the project has one of its own;
 * docs/releasing.md has it on its list.
 */
export const HOMEPAGE = 'https://pilot-light.example';

export const MAINTAINER = 'The Pilot Light developers <maintainers@pilot-light.example>';

/** By which macOS and Windows know the app; the one in `electron/app-id.ts` is the same. */
export const APP_ID = 'example.pilotlight.PilotLight';

/** The program of the app on Linux. `pilot-light` alone is the one for terminals. */
export const PROGRAM = 'pilot-light-desktop';

/** Where packages of Linux put all that is the app's. */
export const INSTALLED = '/opt/Pilot Light';
