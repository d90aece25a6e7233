import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../core/snapshot.ts';
import { createMirror } from '../../renderer/state/mirror.ts';
import { mainProcess, openIn } from './popup.tsx';
import { snapshotOf, type StateName } from './states.ts';

const snapshot = (state: StateName, seq: number): Snapshot => snapshotOf([state], Date.now(), seq);
const headline = (): string | null => screen.getByRole('heading', { level: 1 }).textContent;

describe('the mirror', () => {
  it('subscribes before it asks', () => {
    const order: string[] = [];
    const main = mainProcess(snapshot('healthy', 1));
    const stop = createMirror({
      ...main,
      ask: () => {
        order.push('ask');
        return main.ask();
      },
      onSnapshot: (listener) => {
        order.push('subscribe');
        return main.onSnapshot(listener);
      },
    }).start();
    expect(order).toEqual(['subscribe', 'ask']);
    stop();
  });

  it('lets the newest number win, whatever arrives last', async () => {
    const { main } = await openIn('healthy');
    main.push(snapshot('not-running', 3));
    main.push(snapshot('healthy', 2));
    expect(headline()).toBe('The proxy is not running');
  });

  it('keeps what was pushed while the answer was on its way', async () => {
    let answer: (snapshot: Snapshot) => void = () => {};
    const main = mainProcess(snapshot('healthy', 1));
    const mirror = createMirror({ ...main, ask: () => new Promise((resolve) => (answer = resolve)) });
    const stop = mirror.start();
    main.push(snapshot('not-running', 2));
    answer(snapshot('healthy', 1));
    await Promise.resolve();
    expect(mirror.store.getState().snapshot?.seq).toBe(2);
    stop();
  });

  it('asks again when it was not answered', async () => {
    let asked = 0;
    const main = mainProcess(snapshot('healthy', 1));
    const mirror = createMirror({
      ...main,
      ask: () => {
        asked += 1;
        return asked === 1 ? Promise.reject(new Error('not ready')) : main.ask();
      },
    });
    const stop = mirror.start();
    await waitFor(() => expect(mirror.store.getState().snapshot).toBeDefined(), { timeout: 10_000 });
    stop();
  });

  it('hears nothing more once stopped', () => {
    const main = mainProcess(snapshot('healthy', 1));
    const mirror = createMirror(main);
    mirror.start()();
    main.push(snapshot('not-running', 2));
    expect(mirror.store.getState().snapshot).toBeUndefined();
  });
});

describe('the live region', () => {
  it('speaks a change of the light once', async () => {
    const { main } = await openIn('healthy');
    const spoken = (): string | null => screen.getByRole('status').textContent;
    expect(spoken()).toBe('');
    main.push(snapshot('confirming', 2));
    expect(spoken()).toBe('Claude is signed out');
    const words = screen.getByRole('status').firstElementChild;
    main.push(snapshot('not-running', 3));
    expect(screen.getByRole('status').firstElementChild).toBe(words);
    main.push(snapshot('healthy', 4));
    expect(spoken()).toBe('Everything is healthy');
  });
});

describe('a page that cannot be drawn', () => {
  it('gives way to a calm word, asks for the newest snapshot, and comes back with it', async () => {
    const { main } = await openIn('healthy');
    const asked = main.asked;
    const broken: Snapshot = JSON.parse('{"seq":2,"at":0,"light":"down","targets":[{"light":"down"}]}');
    const hush = silenceConsole();
    main.push(broken);
    hush();
    expect(headline()).toBe('This view could not be drawn');
    expect(main.asked).toBeGreaterThan(asked);
    main.push(snapshot('healthy', 3));
    await act(() => Promise.resolve());
    expect(headline()).toBe('Everything is healthy');
  });
});

// React tells the console of the error that this test is about.
function silenceConsole(): () => void {
  const { error } = console;
  console.error = () => {};
  return () => {
    console.error = error;
  };
}
