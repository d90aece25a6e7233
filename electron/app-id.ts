/** By which Windows knows whose notifications these are; the installer lays the shortcut to it. */
export const APP_ID = 'example.pilotlight.PilotLight';
