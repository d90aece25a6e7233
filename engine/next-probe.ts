/** Lets others wait for the end of a probe. */
export interface NextProbe {
  /** Resolves when the next probe has ended; never, if there is none any more. */
  wait(): Promise<void>;
  ended(): void;
}

export function nextProbe(): NextProbe {
  const waiting = new Set<() => void>();
  return {
    wait: () => new Promise((resolve) => waiting.add(resolve)),
    ended: () => {
      for (const resolve of waiting) resolve();
      waiting.clear();
    },
  };
}
