import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PopupApi } from '../../core/contract.ts';
import type { Snapshot } from '../../core/snapshot.ts';

/** What the popup knows: the newest snapshot, once there is one. */
export interface MirrorState {
  readonly snapshot?: Snapshot;
}

/** A copy of the main process's store. */
export interface Mirror {
  readonly store: StoreApi<MirrorState>;
  /** Asks the main process for its newest snapshot. */
  readonly refresh: () => void;
  /** Begins to follow the main process; the returned stop ends it. */
  readonly start: () => () => void;
}

const RETRY_MS = 1_000;

/** Subscribes first and then asks, so that no snapshot falls between; whatever comes when, the newest number wins. */
export function createMirror(api: PopupApi): Mirror {
  const store = createStore<MirrorState>(() => ({}));
  let retry: ReturnType<typeof setTimeout> | undefined;
  let following = false;

  const take = (snapshot: Snapshot): void => {
    const held = store.getState().snapshot;
    if (held === undefined || snapshot.seq > held.seq) store.setState({ snapshot });
  };
  // An unanswered question is asked again: without it the popup would stay empty until the next change.
  const askLater = (): void => {
    clearTimeout(retry);
    if (following) retry = setTimeout(refresh, RETRY_MS);
  };
  const refresh = (): void => {
    api.ask().then(take, askLater);
  };

  return {
    store,
    refresh,
    start: () => {
      following = true;
      const unsubscribe = api.onSnapshot(take);
      refresh();
      return () => {
        following = false;
        clearTimeout(retry);
        unsubscribe();
      };
    },
  };
}
