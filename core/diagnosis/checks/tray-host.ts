import type { Check } from '../check.ts';
import { serviceJudged } from '../service-judged.ts';

/** Whether the desktop shows our light. */
export const trayHost: Check<'desktop'> = {
  id: 'tray-host',
  group: 'computer',
  needs: ['desktop'],
  judge: ({ desktop: { tray, traySupplier } }) =>
    serviceJudged(tray, 'no-tray-host', traySupplier === undefined ? {} : { names: [traySupplier] }),
};
