import { app, BrowserWindow, nativeTheme } from 'electron';
import { POPUP_PAGE } from './app-protocol.ts';
import type { Log } from './log.ts';

/** The size that the popup is drawn for, in device-independent pixels. */
export const POPUP_SIZE = { width: 380, height: 640 } as const;

export interface PopupPageOptions {
  readonly preload: string;
  /** With a frame, as any window has. */
  readonly asWindow: boolean;
  /** Draws into memory instead of onto the screen. */
  readonly offscreen: boolean;
  readonly log: Log;
}

/** Opens a window, still hidden, that shows the popup's page and can do nothing else. */
export function openPopupPage({ preload, asWindow, offscreen, log }: PopupPageOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...POPUP_SIZE,
    show: false,
    frame: asWindow,
    resizable: false,
    minimizable: asWindow,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: !asWindow,
    title: app.name,
    // The first paint is ours; this is what shows if the window manager is faster.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#fcfcfd',
    webPreferences: {
      preload,
      offscreen,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  window.loadURL(POPUP_PAGE).catch((error: unknown) => log('The popup could not be loaded', error));
  return window;
}
