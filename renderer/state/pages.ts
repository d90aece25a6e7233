import { useCallback, useEffect, useState } from 'react';
import type { Span } from '../../core/history/look-back.ts';
import type { Snapshot } from '../../core/snapshot.ts';

/** The pages of the popup. */
export type PageName = 'home' | 'target' | 'diagnostics' | 'report' | 'settings' | 'about' | 'history' | 'incident';

/** What a page about one target, or its past, is about. */
export interface Topic {
  readonly target: string;
  readonly span: Span;
  /** The incident that is or was looked at, by when it began: epoch milliseconds. */
  readonly startedAt?: number;
}

/** Which page is shown, and from which it was come to: absent on the page that the popup opened with. */
export interface Place {
  readonly page: PageName;
  readonly from?: PageName;
  /** Stays until there is another. */
  readonly topic?: Topic;
}

export interface Pages {
  readonly place: Place;
  readonly show: (page: PageName, topic?: Topic) => void;
}

const BACK: Readonly<Partial<Record<PageName, PageName>>> = {
  target: 'home',
  diagnostics: 'home',
  report: 'diagnostics',
  settings: 'home',
  about: 'settings',
  history: 'home',
  incident: 'history',
};

// The pages about the past that a target leads to, and the pages from which they are come to.
const ENTRIES: Readonly<Partial<Record<PageName, readonly PageName[]>>> = {
  history: ['target'],
  incident: ['home', 'target'],
};

/** Where "back" leads to from a place. Home has no way back; what is past leads to the target that it was come from. */
export function backFrom({
  page,
  from,
}: {
  readonly page: PageName;
  readonly from?: PageName | undefined;
}): PageName | undefined {
  return from !== undefined && ENTRIES[page]?.includes(from) === true ? from : BACK[page];
}

// Who asks for a diagnosis in the tray opens the popup with it; it may be over before a cold popup is there.
const JUST_ENDED_MS = 10_000;

/** The way through the pages. A diagnosis that somebody has started comes to the front by itself. */
export function usePages(snapshot: Snapshot | undefined): Pages {
  const [place, setPlace] = useState<Place>(() =>
    snapshot !== undefined && isNews(snapshot) ? atDiagnosis({ page: 'home' }) : { page: 'home' },
  );
  const [seen, setSeen] = useState<number>();
  const show = useCallback((page: PageName, topic?: Topic) => setPlace((old) => turned(old, page, topic)), []);

  const number = snapshot?.diagnosis?.number ?? 0;
  if (snapshot !== undefined && (seen === undefined || number > seen)) {
    setSeen(number);
    if (seen !== undefined || isNews(snapshot)) setPlace(atDiagnosis);
  }
  useShownAgain(snapshot?.diagnosis?.state === 'running', show);
  return { place, show };
}

function turned(old: Place, page: PageName, topic: Topic | undefined): Place {
  if (old.page === page) return topic === undefined ? old : { ...old, topic };
  const next = topic ?? old.topic;
  return { page, from: old.page, ...(next !== undefined && { topic: next }) };
}

/** The page that a popup opens with. */
export function opensWith(snapshot: Snapshot): PageName {
  return isNews(snapshot) ? 'diagnostics' : 'home';
}

function isNews({ at, diagnosis }: Snapshot): boolean {
  if (diagnosis === undefined) return false;
  return diagnosis.state === 'running' || Math.abs(at - (diagnosis.endedAt ?? 0)) < JUST_ENDED_MS;
}

function atDiagnosis(old: Place): Place {
  return old.page === 'diagnostics' ? old : { ...old, page: 'diagnostics', from: 'home' };
}

/** A popup that comes back into sight while a diagnosis runs shows it. */
function useShownAgain(isRunning: boolean, show: Pages['show']): void {
  useEffect(() => {
    const onSight = (): void => {
      if (!document.hidden && isRunning) show('diagnostics');
    };
    document.addEventListener('visibilitychange', onSight);
    return () => document.removeEventListener('visibilitychange', onSight);
  }, [isRunning, show]);
}
