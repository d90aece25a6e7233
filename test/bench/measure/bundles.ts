import { mainSize, popupSize, SIZE_BUDGETS } from '../../../build/bundle-sizes.mjs';
import { measurement } from '../measurement.ts';

export const bundles = measurement({
  name: 'bundles',
  how: 'Scripts and styles as they are built, each file gzipped by itself. At the start: the popup’s page with its style, what it names, or the main script, and all that these import at once. Later: all else, which is read when it is needed: other pages and other languages.',
  limitMs: 10_000,
  figures: {
    popup: { what: 'popup, read at the start, gzipped', unit: 'kB', budget: SIZE_BUDGETS.popup },
    popupLater: { what: 'popup, read when needed, gzipped', unit: 'kB' },
    main: { what: 'main process, read at the start, gzipped', unit: 'kB', budget: SIZE_BUDGETS.main },
    mainLater: { what: 'main process, read when needed, gzipped', unit: 'kB' },
  },
  measure: () => {
    const [popup, main] = [popupSize(), mainSize()];
    return Promise.resolve({
      popup: popup.start,
      popupLater: popup.later,
      main: main.start,
      mainLater: main.later,
    });
  },
});
