import { act, cleanup, render } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { afterEach } from 'vitest';
import type { Action, Outcome, OwnUsage, PopupApi } from '../../core/contract.ts';
import type { LookBack, Span } from '../../core/history/look-back.ts';
import type { Diagnosis } from '../../core/diagnosis/diagnosis.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import { english } from '../../core/text/english.ts';
import { App } from '../../renderer/shell/App.tsx';
import { loadPages } from '../../renderer/shell/later-pages.ts';
import { createMirror } from '../../renderer/state/mirror.ts';
import { momentsAround } from './recorded.ts';
import { snapshotOf, type StateName } from './states.ts';

/** The main process, as far as the popup can see it. */
export interface MainProcess extends PopupApi {
  /** All that was asked of it, in order. */
  readonly actions: readonly Action[];
  readonly asked: number;
  push(snapshot: Snapshot): void;
}

/** What its report says in each format. */
export const REPORTS = {
  markdown: '# Pilot Light report\n\n- <b>Light</b>: down',
  json: '{\n  "light": "down"\n}',
} as const;

/** What it says that it costs. */
const USAGE: OwnUsage = { processes: 3, memoryBytes: 150_000_000, cpuMs: 900, uptimeMs: 60_000, requests: 15 };

interface Manners {
  /** Whether it does what it is asked, or refuses it. */
  readonly obeys?: boolean;
  /** The actions that it refuses, whatever else it does. */
  readonly refuses?: readonly Action['type'][];
  /** What it remembers of any target. */
  readonly past?: (span: Span) => LookBack;
}

/** A main process whose newest snapshot is `first`. */
export function mainProcess(
  first: Snapshot,
  { obeys: obeysAll = true, refuses = [], past }: Manners = {},
): MainProcess {
  const outcome = (action: Action): Outcome => {
    const obeys = obeysAll && !refuses.includes(action.type);
    return {
      done: obeys,
      ...(obeys && action.type === 'write-report' && { report: REPORTS[action.format] }),
      ...(obeys && action.type === 'measure' && { usage: USAGE }),
      ...(obeys && action.type === 'read-recording' && { moments: momentsAround(action.startedAt) }),
      ...(obeys && action.type === 'look-back' && past !== undefined && { lookBack: past(action.span) }),
    };
  };
  const listeners = new Set<(snapshot: Snapshot) => void>();
  const actions: Action[] = [];
  let newest = first;
  let asked = 0;
  return {
    actions,
    get asked() {
      return asked;
    },
    ask: () => {
      asked += 1;
      return Promise.resolve(newest);
    },
    act: (action) => {
      actions.push(action);
      return Promise.resolve(outcome(action));
    },
    onSnapshot: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    push: (snapshot) => {
      newest = snapshot;
      act(() => listeners.forEach((listener) => listener(snapshot)));
    },
  };
}

export interface OpenPopup {
  readonly main: MainProcess;
  readonly user: UserEvent;
  readonly element: HTMLElement;
}

/** Opens the popup on a main process and waits for its first snapshot. */
export async function openPopup(main: MainProcess): Promise<OpenPopup> {
  // As the popup itself does once it has nothing else to do.
  await loadPages();
  const mirror = createMirror(main);
  const stop = mirror.start();
  afterTest.push(stop);
  const { container } = render(<App mirror={mirror} api={main} texts={english} />);
  // The answer to the first question arrives a turn later.
  await act(() => Promise.resolve());
  return { main, user: userEvent.setup(), element: container };
}

/** Opens the popup on a target in this state, beside this diagnosis. */
export function openOn(state: StateName, diagnosis: Diagnosis): Promise<OpenPopup> {
  return openPopup(mainProcess(snapshotOf([state], Date.now(), 1, { diagnosis })));
}

/** Opens the popup on targets in these states. */
export function openIn(...states: readonly StateName[]): Promise<OpenPopup> {
  return openPopup(mainProcess(snapshotOf(states, Date.now())));
}

const afterTest: (() => void)[] = [];

afterEach(() => {
  afterTest.splice(0).forEach((stop) => stop());
  cleanup();
});
