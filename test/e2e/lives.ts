import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchApp, type RunningApp } from './app.ts';
import type { Desk } from './desk.ts';
import { userIn } from './user.ts';

/** One life of the app on a profile that outlives it, with its popup open. */
export interface Life {
  readonly app: RunningApp;
  readonly page: Page;
}

/** Starts the app on a profile that may have been used before, and opens its popup from the menu. */
export async function live(desk: Desk, profile: string, url: string): Promise<Life> {
  const app = await launchApp(profile, [`--url=${url}`], userIn(join(desk.folder, 'somebody')).env);
  await (await desk.tray(app)).choose('Open Pilot Light');
  return { app, page: await app.popup() };
}
