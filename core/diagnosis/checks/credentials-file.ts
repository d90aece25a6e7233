import { fail, pass, skip, warn, type Check, type Judgement } from '../check.ts';
import { onlyHere } from '../only-here.ts';

/** Whether the stored login can be read by its owner, and by nobody else. */
export const credentialsFile: Check<'target' | 'signIn'> = onlyHere({
  id: 'credentials-file',
  group: 'sign-in',
  needs: ['signIn'],
  judge: ({ signIn: { place, present, isPrivate } }) => {
    if (place === 'keychain') return present === false ? skip('no-login') : pass({ code: place });
    if (place === 'unknown') return skip('cannot-be-seen');
    if (present === false) return skip('no-login');
    return present === true ? readable(isPrivate) : unreadable(isPrivate);
  },
});

function readable(isPrivate: boolean | undefined): Judgement {
  if (isPrivate === undefined) return skip('not-on-this-system');
  return isPrivate ? pass({ code: 'file' }) : warn('credentials-open');
}

// Who may read a file is known of files that are there. Without one, the CLI's settings may name another way in.
function unreadable(isPrivate: boolean | undefined): Judgement {
  return isPrivate === undefined ? skip('cannot-be-seen') : fail('credentials-unreadable', {}, 'degraded');
}
