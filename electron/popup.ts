import type { Clock } from '../engine/clock.ts';
import type { Rectangle } from './popup-position.ts';

/** As much of Electron's `BrowserWindow` as the popup's life has to do with. */
export interface PopupWindow {
  show(): void;
  hide(): void;
  focus(): void;
  destroy(): void;
  isVisible(): boolean;
  isFocused(): boolean;
  getBounds(): Rectangle;
  setBounds(bounds: Rectangle): void;
  on(event: 'ready-to-show', listener: () => void): unknown;
  on(event: 'show', listener: () => void): unknown;
  on(event: 'hide', listener: () => void): unknown;
  on(event: 'move', listener: () => void): unknown;
  on(event: 'blur', listener: () => void): unknown;
  on(event: 'closed', listener: () => void): unknown;
  on(event: 'unresponsive', listener: () => void): unknown;
  readonly webContents: {
    isDevToolsOpened(): boolean;
    on(event: 'render-process-gone', listener: () => void): unknown;
  };
}

export interface PopupOptions {
  /** Opens the window, hidden, and starts loading its page; `asWindow`: with a frame, as any window has. */
  readonly open: (asWindow: boolean) => PopupWindow;
  /** Where the window goes, asked each time it is shown. */
  readonly place: () => Rectangle;
  /** Where a window goes that stands alone, so that all of it can be seen: given where it is. */
  readonly inSight: (bounds: Rectangle) => Rectangle;
  /** Called when it comes into sight and when it goes out of it. */
  readonly onWatched: (watched: boolean) => void;
  readonly clock: Clock;
  /** Called when the user closes the window on a desktop without a tray, where nothing else of the app is to be seen. */
  readonly onLastClosed: () => void;
  /** Milliseconds after which a hidden window is given up, and its memory with it. */
  readonly idleMs: number;
}

// A click on the tray icon takes the focus first; the click that follows within this time means "close".
const SAME_CLICK_MS = 250;

/** After this it has been drawn on the screen (measured: 10 to 40 ms). */
const SEEN_MS = 60;

/** The popup's life: made when wanted, hidden when left, given up when idle, made anew when its renderer has gone. */
export class Popup {
  readonly #options: PopupOptions;
  #window: PopupWindow | undefined;
  #painted = false;
  #wanted = false;
  #keptBy = 0;
  /** Whether it was put back to its place since it is shown. */
  #putBack = false;
  #standsAlone = false;
  #leftAt = Number.NEGATIVE_INFINITY;
  #cancelGivingUp: () => void = () => {};
  #cancelWatched: () => void = () => {};

  constructor(options: PopupOptions) {
    this.#options = options;
  }

  show(): void {
    this.#wanted = true;
    this.#cancelGivingUp();
    if (this.#window === undefined) this.#open();
    else if (this.#painted) this.#reveal(this.#window);
  }

  /** From now on it is a window like any other, which stays until it is closed; or a popup again. */
  standAlone(alone: boolean): void {
    if (this.#standsAlone === alone) return;
    this.#standsAlone = alone;
    this.#cancelGivingUp();
    this.#giveUp();
    if (alone) this.show();
  }

  hide(): void {
    // Nobody could bring it back.
    if (this.#standsAlone) return;
    this.#wanted = false;
    this.#window?.hide();
    this.#cancelGivingUp();
    this.#cancelGivingUp = this.#options.clock.after(this.#options.idleMs, () => this.stop());
  }

  toggle(): void {
    if (this.#wanted) this.hide();
    else if (this.#options.clock.monotonic() - this.#leftAt > SAME_CLICK_MS) this.show();
  }

  /** Puts it where it belongs by now: a display came, went or changed, and may have taken its place away. */
  replace(): void {
    const window = this.#window;
    if (window?.isVisible() !== true) return;
    window.setBounds(this.#standsAlone ? this.#options.inSight(window.getBounds()) : this.#options.place());
  }

  /** Keeps it in place while something else of ours has the focus, such as a dialog. */
  async stayWhile<Value>(work: Promise<Value>): Promise<Value> {
    this.#keptBy += 1;
    try {
      return await work;
    } finally {
      this.#keptBy -= 1;
    }
  }

  /** Whether somebody is looking at it, so that it needs no notification to tell them. */
  isWatched(): boolean {
    return this.#window !== undefined && this.#window.isVisible() && this.#window.isFocused();
  }

  /** Destroys the window; `show` would make a new one. */
  stop(): void {
    this.#cancelGivingUp();
    this.#giveUp();
  }

  #open(): void {
    const window = this.#options.open(this.#standsAlone);
    this.#window = window;
    this.#painted = false;
    window.on('ready-to-show', () => this.#onPainted(window));
    window.on('show', () => this.#watchedSoon());
    window.on('hide', () => this.#unwatched());
    window.on('move', () => this.#onMoved(window));
    window.on('blur', () => this.#onLeft(window));
    window.on('closed', () => this.#onClosed(window));
    window.on('unresponsive', () => this.#onRendererGone(window));
    window.webContents.on('render-process-gone', () => this.#onRendererGone(window));
  }

  // Whoever looks wants to see it first: what is done for them would keep its picture waiting.
  #watchedSoon(): void {
    this.#cancelWatched();
    this.#cancelWatched = this.#options.clock.after(SEEN_MS, () => this.#options.onWatched(true));
  }

  #unwatched(): void {
    this.#cancelWatched();
    this.#options.onWatched(false);
  }

  #onPainted(window: PopupWindow): void {
    this.#painted = true;
    if (this.#wanted) this.#reveal(window);
  }

  #reveal(window: PopupWindow): void {
    this.#putBack = false;
    if (!this.#standsAlone) window.setBounds(this.#options.place());
    window.show();
    window.focus();
  }

  // A busy window manager may put it where it likes as it is shown, whatever it asked for. It is asked once more: who
  // insists has a reason.
  #onMoved(window: PopupWindow): void {
    if (this.#window !== window || this.#standsAlone || this.#putBack || !window.isVisible()) return;
    const [is, should] = [window.getBounds(), this.#options.place()];
    if (is.x === should.x && is.y === should.y) return;
    this.#putBack = true;
    window.setBounds(should);
  }

  // With its DevTools open the popup is being worked on, and stays. What is hidden already was not left by a click.
  #onLeft(window: PopupWindow): void {
    if (this.#window !== window || !this.#wanted || this.#standsAlone || this.#keptBy > 0) return;
    if (window.webContents.isDevToolsOpened()) return;
    this.#leftAt = this.#options.clock.monotonic();
    this.hide();
  }

  #onClosed(window: PopupWindow): void {
    this.#unwatched();
    if (this.#window !== window) return;
    this.#window = undefined;
    this.#wanted = false;
    if (this.#standsAlone) this.#options.onLastClosed();
  }

  // One that hangs is as good as gone. One that dies before its first paint would die again: then the next click is the
  // next try.
  #onRendererGone(window: PopupWindow): void {
    if (this.#window !== window) return;
    const again = this.#wanted && this.#painted;
    this.#giveUp();
    if (again) this.show();
  }

  // Forgotten first: what the end of a window sets off must not find it any more.
  #giveUp(): void {
    const window = this.#window;
    this.#window = undefined;
    this.#wanted = false;
    window?.destroy();
  }
}
