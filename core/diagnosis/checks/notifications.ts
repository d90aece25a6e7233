import type { Check } from '../check.ts';
import { serviceJudged } from '../service-judged.ts';

/** Whether the desktop shows our notifications. */
export const notifications: Check<'desktop'> = {
  id: 'notifications',
  group: 'computer',
  needs: ['desktop'],
  judge: ({ desktop }) => serviceJudged(desktop.notifications, 'no-notifications'),
};
