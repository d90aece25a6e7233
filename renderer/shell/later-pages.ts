import type { ReactElement } from 'react';
import type { Diagnosis } from '../../core/diagnosis/diagnosis.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import type { PageName, Topic } from '../state/pages.ts';

/** What every page is given to draw. */
export interface PageProps {
  readonly snapshot: Snapshot;
  /** The last run as it was when it was over. */
  readonly settled: Diagnosis | undefined;
  /** The page that the user comes from. */
  readonly from: PageName | undefined;
  /** What a page about one target, or its past, is about. */
  readonly topic: Topic | undefined;
}

type DrawPage = (props: PageProps) => ReactElement;

type LaterPage = Exclude<PageName, 'home'>;

// The popup opens with Home. Each of the others is a script of its own, so that opening does not wait for them.
const LOADERS: Readonly<Record<LaterPage, () => Promise<DrawPage>>> = {
  diagnostics: async () => (await import('../diagnostics/Diagnostics.tsx')).Diagnostics,
  report: async () => (await import('../report/Report.tsx')).Report,
  settings: async () => (await import('../settings/Settings.tsx')).Settings,
  about: async () => (await import('../about/About.tsx')).About,
  history: async () => (await import('../history/History.tsx')).History,
  incident: async () => (await import('../history/IncidentPage.tsx')).IncidentPage,
  target: async () => (await import('../target/TargetPage.tsx')).TargetPage,
};

const LATER: readonly LaterPage[] = ['diagnostics', 'report', 'settings', 'about', 'history', 'incident', 'target'];

const loaded = new Map<LaterPage, DrawPage>();

/** Loads a page unless it is there. Rejects when its script cannot be had. */
export async function loadPage(page: LaterPage): Promise<void> {
  if (!loaded.has(page)) loaded.set(page, await LOADERS[page]());
}

/** Loads all pages that are not there. Rejects when one cannot be had. */
export async function loadPages(): Promise<void> {
  await Promise.all(LATER.map(loadPage));
}

/** The page, once it is loaded. */
export function loadedPage(page: LaterPage): DrawPage | undefined {
  return loaded.get(page);
}
