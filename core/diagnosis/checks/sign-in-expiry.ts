import { endsSoon } from '../../health/seen-here.ts';
import { fail, pass, skip, type Check } from '../check.ts';
import { onlyHere } from '../only-here.ts';

/** When the login itself ends. Its access token ends every few hours and is renewed: that is nobody's concern. */
export const signInExpiry: Check<'target' | 'signIn' | 'clock'> = onlyHere({
  id: 'sign-in-expiry',
  group: 'sign-in',
  needs: ['signIn', 'clock'],
  judge: ({ signIn, clock: { now } }) => {
    const { present, loginExpiresAt: at, overriddenBy } = signIn;
    if (present === false) return skip('no-login');
    if (at === undefined) return skip('cannot-be-seen');
    // A variable that signs in goes on doing so when the stored login has ended.
    if (at <= now) return overriddenBy.length > 0 ? skip('no-login') : fail('signed-out', { at, code: 'login-ended' });
    const [finding] = endsSoon(signIn, now);
    return finding === undefined ? pass({ at, ms: at - now }) : { kind: 'found', finding };
  },
});
