import { fail, pass, skip, type Check } from '../check.ts';
import { onlyHere } from '../only-here.ts';

/** Whether there is anything on this computer to sign in with. Whether it is valid, only a request can tell. */
export const signInStored: Check<'target' | 'signIn'> = onlyHere({
  id: 'sign-in-stored',
  group: 'sign-in',
  needs: ['signIn'],
  judge: ({ signIn: { place, present, subscription, overriddenBy } }) => {
    if (present === true) return pass({ code: place, ...(subscription !== undefined && { name: subscription }) });
    if (overriddenBy.length > 0) return pass({ names: overriddenBy });
    return present === false ? fail('signed-out', { code: 'not-stored' }) : skip('cannot-be-seen');
  },
});
