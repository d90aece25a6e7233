import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Rectangle } from '../../electron/popup-position.ts';
import { Popup, type PopupWindow } from '../../electron/popup.ts';
import type { Clock } from '../../engine/clock.ts';

/** A window without a screen. The real one is driven in test/e2e; here only the order of events and of time matters. */
class FakeWindow extends EventEmitter implements PopupWindow {
  readonly asWindow: boolean;
  visible = false;
  destroyed = false;
  bounds: Rectangle = { x: 100, y: 100, width: 380, height: 640 };
  readonly webContents = Object.assign(new EventEmitter(), { isDevToolsOpened: () => false });

  constructor(asWindow = false) {
    super();
    this.asWindow = asWindow;
  }

  show(): void {
    this.visible = true;
    this.emit('show');
  }
  hide(): void {
    if (!this.visible) return;
    this.visible = false;
    this.emit('hide');
  }
  focus(): void {}
  getBounds(): Rectangle {
    return this.bounds;
  }
  setBounds(bounds: Rectangle): void {
    this.bounds = bounds;
  }
  isVisible(): boolean {
    return this.visible;
  }
  isFocused(): boolean {
    return this.visible;
  }
  destroy(): void {
    this.visible = false;
    this.destroyed = true;
    this.emit('closed');
  }
}

/** Until it has surely been drawn. */
const SEEN_MS = 60;
const IDLE_MS = 60_000;

describe('Popup', () => {
  let now: number;
  let timers: { readonly at: number; readonly run: () => void }[];
  let windows: FakeWindow[];
  let watched: boolean[];
  let lastClosed: number;
  let at: Rectangle;
  let popup: Popup;

  const clock: Clock = {
    now: () => now,
    monotonic: () => now,
    after: (ms, run) => {
      const mine = { at: now + ms, run };
      timers.push(mine);
      return () => {
        timers = timers.filter((each) => each !== mine);
      };
    },
  };
  const pass = (ms: number): void => {
    now += ms;
    const due = timers.filter((each) => each.at <= now);
    timers = timers.filter((each) => each.at > now);
    for (const { run } of due) run();
  };
  const open = (asWindow: boolean): PopupWindow => {
    const window = new FakeWindow(asWindow);
    windows.push(window);
    return window;
  };
  const newest = (): FakeWindow => windows.at(-1) ?? new FakeWindow();
  const showPainted = (): void => {
    popup.show();
    newest().emit('ready-to-show');
  };

  beforeEach(() => {
    now = 1_000;
    timers = [];
    windows = [];
    watched = [];
    at = { x: 0, y: 0, width: 380, height: 640 };
    const place = () => at;
    const inSight = (bounds: Rectangle) => ({ ...bounds, x: bounds.x - 50 });
    lastClosed = 0;
    const onWatched = (is: boolean): unknown => watched.push(is);
    popup = new Popup({
      open,
      place,
      inSight,
      onWatched,
      onLastClosed: () => (lastClosed += 1),
      clock,
      idleMs: IDLE_MS,
    });
  });

  it('has no window until it is wanted, and shows none before its first paint', () => {
    expect(windows).toHaveLength(0);
    popup.show();
    expect(newest().visible).toBe(false);
    newest().emit('ready-to-show');
    expect(newest().visible).toBe(true);
    expect(popup.isWatched()).toBe(true);
  });

  it('stays hidden when it was left before its first paint', () => {
    popup.toggle();
    popup.toggle();
    newest().emit('ready-to-show');
    expect(newest().visible).toBe(false);
  });

  it('is kept for a while after it was hidden, and then given up', () => {
    showPainted();
    popup.hide();
    pass(IDLE_MS - 1);
    popup.show();
    pass(IDLE_MS);
    expect(windows).toHaveLength(1);
    expect(newest()).toMatchObject({ visible: true, destroyed: false });
    popup.hide();
    pass(IDLE_MS);
    expect(newest().destroyed).toBe(true);
    showPainted();
    expect(windows).toHaveLength(2);
    expect(newest().visible).toBe(true);
  });

  it('stays while a dialog of ours has the focus, and not longer', async () => {
    showPainted();
    let answer = (): void => {};
    const asked = popup.stayWhile(new Promise<void>((resolve) => (answer = resolve)));
    newest().emit('blur');
    expect(newest().visible).toBe(true);
    answer();
    await asked;
    newest().emit('blur');
    expect(newest().visible).toBe(false);
  });

  it('takes the click that took its focus for the wish to close it', () => {
    showPainted();
    newest().emit('blur');
    pass(20);
    popup.toggle();
    expect(newest().visible).toBe(false);
    pass(1_000);
    popup.toggle();
    expect(newest().visible).toBe(true);
  });

  it('opens at once for a click after Escape, whose end of the focus was no click', () => {
    showPainted();
    popup.hide();
    newest().emit('blur');
    popup.toggle();
    expect(newest().visible).toBe(true);
  });

  it('is a window of its own where there is no tray: stays when left, and its end is the end of the app', () => {
    popup.standAlone(true);
    newest().emit('ready-to-show');
    expect([newest().asWindow, newest().visible]).toEqual([true, true]);
    newest().emit('blur');
    popup.hide();
    pass(10 * IDLE_MS);
    expect([newest().visible, windows.length]).toEqual([true, 1]);
    newest().webContents.emit('render-process-gone');
    newest().emit('ready-to-show');
    expect([newest().asWindow, lastClosed]).toEqual([true, 0]);
    newest().destroy();
    expect(lastClosed).toBe(1);
  });

  it('is a popup again once there is a tray', () => {
    popup.standAlone(true);
    popup.standAlone(true);
    popup.standAlone(false);
    expect([windows.length, newest().destroyed, lastClosed]).toEqual([1, true, 0]);
    showPainted();
    expect(newest().asWindow).toBe(false);
  });

  it('comes back when its renderer hangs', () => {
    showPainted();
    newest().emit('unresponsive');
    expect(windows.map(({ destroyed }) => destroyed)).toEqual([true, false]);
  });

  it('comes back when its renderer has gone, unless that never painted', () => {
    showPainted();
    newest().webContents.emit('render-process-gone');
    expect(windows.map(({ destroyed }) => destroyed)).toEqual([true, false]);
    newest().webContents.emit('render-process-gone');
    expect(windows.map(({ destroyed }) => destroyed)).toEqual([true, true]);
    showPainted();
    expect(newest().visible).toBe(true);
  });

  it('does not come back by itself when it was hidden', () => {
    showPainted();
    popup.hide();
    newest().webContents.emit('render-process-gone');
    expect(windows).toHaveLength(1);
  });

  it('opens anew after somebody closed its window', () => {
    showPainted();
    newest().destroy();
    showPainted();
    expect(windows).toHaveLength(2);
  });

  it('R43: goes where it belongs when the displays change, while it is to be seen', () => {
    showPainted();
    const there = at;
    at = { x: 400, y: 8, width: 380, height: 584 };
    popup.replace();
    expect(newest().bounds).toEqual(at);
    popup.hide();
    at = there;
    popup.replace();
    expect(newest().bounds).not.toEqual(there);
    popup.show();
    expect(newest().bounds).toEqual(there);
  });

  it('R43: leaves a window of its own where the user put it, but for what could not be seen', () => {
    popup.standAlone(true);
    newest().emit('ready-to-show');
    expect(newest().bounds.x).toBe(100);
    popup.replace();
    expect(newest().bounds).toEqual({ x: 50, y: 100, width: 380, height: 640 });
  });

  it('is put back once where the window manager puts it elsewhere as it is shown', () => {
    showPainted();
    const elsewhere = { ...at, x: 500 };
    newest().bounds = elsewhere;
    newest().emit('move');
    expect(newest().bounds).toEqual(at);
    newest().bounds = elsewhere;
    newest().emit('move');
    expect(newest().bounds).toEqual(elsewhere);
    popup.hide();
    popup.show();
    expect(newest().bounds).toEqual(at);
  });

  it('says when it is in sight and when it is not', () => {
    showPainted();
    expect(watched).toEqual([]);
    pass(SEEN_MS);
    popup.hide();
    popup.show();
    pass(SEEN_MS);
    popup.stop();
    expect(watched).toEqual([true, false, true, false]);
  });

  it('does not say that it is in sight when it went before it was', () => {
    showPainted();
    popup.hide();
    pass(SEEN_MS);
    expect(watched).toEqual([false]);
  });
});
