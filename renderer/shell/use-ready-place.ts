import { useCallback, useEffect, useState } from 'react';
import type { Place } from '../state/pages.ts';
import { loadedPage, loadPage } from './later-pages.ts';

/** The place to draw, or why the one that is wanted cannot be drawn. */
export interface ReadyPlace {
  /** The wanted place; while its page is being loaded the one before, so that nothing flashes. Absent: there is none yet. */
  readonly place?: Place;
  readonly failure?: Error;
}

interface WaitingFor {
  readonly ready: ReadyPlace;
  /** Asks for a page again that could not be had. */
  readonly askAgain: () => void;
}

/** Waits for the page of a place, if it is not there yet. */
export function useReadyPlace(wanted: Place): WaitingFor {
  const [shown, setShown] = useState<ReadyPlace>({});
  const isThere = isReady(wanted);
  if (isThere && shown.place !== wanted) setShown({ place: wanted });

  const hasFailed = shown.place === wanted && shown.failure !== undefined;

  useEffect(() => {
    if (isThere || hasFailed || wanted.page === 'home') return;
    const { page } = wanted;
    let isWanted = true;
    const fail = (cause: unknown): void => {
      if (isWanted) setShown({ place: wanted, failure: new Error(`The page ${page} cannot be loaded`, { cause }) });
    };
    loadPage(page).then(() => isWanted && setShown({ place: wanted }), fail);
    return () => {
      isWanted = false;
    };
  }, [wanted, isThere, hasFailed]);

  const askAgain = useCallback(() => setShown({}), []);
  return { ready: isThere ? { place: wanted } : shown, askAgain };
}

function isReady({ page }: Place): boolean {
  return page === 'home' || loadedPage(page) !== undefined;
}
