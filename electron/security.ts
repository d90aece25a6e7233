import { app, Menu, type Session, type WebContents } from 'electron';
import { APP_SCHEME } from './app-scheme.ts';

/** What must be decided before `ready`: the sandbox, no GPU process, no default menu with its reload and DevTools keys. */
export function lockDownApp(): void {
  // With Chromium's sandbox switched off (root), asking for it makes the network service crash for ever.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // A popup needs no GPU; and a GPU process that dies six times takes the whole app with it. Without the last of these, a
  // software renderer for WebGL is loaded into the main process (20 MB, measured).
  app.disableHardwareAcceleration();
  app.commandLine.appendSwitch('in-process-gpu');
  app.commandLine.appendSwitch('disable-gpu');
  Menu.setApplicationMenu(null);
  app.on('web-contents-created', (_event, contents) => lockDownContents(contents));
}

/** Denies the session every permission and all traffic but that of our own scheme. */
export function lockDownSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // With a language set, Chromium fetches a dictionary from the network.
  session.setSpellCheckerLanguages([]);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !url.startsWith(`${APP_SCHEME}:`) }));
  session.on('will-download', (event) => event.preventDefault());
}

// The popup is one page that never goes anywhere, so nothing in it may navigate or open anything.
function lockDownContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
