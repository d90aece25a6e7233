/** The wish to see the popup, from whoever has it, also before there is one. */
export interface EarlyWish {
  /** Somebody wants to see it. */
  readonly express: () => void;
  /** From now on `fulfil` is called for each; at once, if there was one before. */
  readonly heed: (fulfil: () => void) => void;
}

/** However often it was wished for before there is a popup, that is once: a second click there is impatience. */
export function earlyWish(): EarlyWish {
  let wished = false;
  let fulfilWish = (): void => {
    wished = true;
  };
  return {
    express: () => fulfilWish(),
    heed: (fulfil) => {
      fulfilWish = fulfil;
      if (wished) fulfil();
    },
  };
}
