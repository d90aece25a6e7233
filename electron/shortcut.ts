/** As much of Electron's `globalShortcut` as is needed. */
export interface Shortcuts {
  register(accelerator: string, run: () => void): boolean;
  unregister(accelerator: string): void;
}

/** The one shortcut that works wherever the user is. */
export interface Shortcut {
  /** Takes these keys, and gives back those before; false when the keys cannot be had. */
  set(keys: string | undefined): boolean;
  stop(): void;
}

export function shortcutFor(shortcuts: Shortcuts, run: () => void): Shortcut {
  let wanted: string | undefined;
  let isHeld = false;
  const release = (): void => {
    if (isHeld && wanted !== undefined) shortcuts.unregister(wanted);
    isHeld = false;
  };
  return {
    set: (keys) => {
      if (keys !== wanted) {
        release();
        wanted = keys;
        isHeld = keys !== undefined && take(shortcuts, keys, run);
      }
      return wanted === undefined || isHeld;
    },
    stop: release,
  };
}

function take(shortcuts: Shortcuts, keys: string, run: () => void): boolean {
  try {
    return shortcuts.register(keys, run);
  } catch {
    // What is no name of keys throws; another program's keys are refused.
    return false;
  }
}
