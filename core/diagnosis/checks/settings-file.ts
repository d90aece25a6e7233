import { pass, warn, type Check } from '../check.ts';

/** Whether our own settings could be read, each of them. */
export const settingsFile: Check<'settings'> = {
  id: 'settings-file',
  group: 'computer',
  needs: ['settings'],
  judge: ({ settings: { state, ignored } }) => {
    if (state === 'damaged' || state === 'unreadable') return warn('settings-damaged', { code: state, names: ignored });
    return ignored.length > 0 ? warn('settings-damaged', { names: ignored }) : pass({ code: state });
  },
};
