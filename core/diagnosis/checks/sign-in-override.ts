import { pass, warn, type Check } from '../check.ts';
import { onlyHere } from '../only-here.ts';

/** Whether a variable comes before the stored login. Without a login that variable simply is the sign-in. */
export const signInOverride: Check<'target' | 'signIn'> = onlyHere({
  id: 'sign-in-override',
  group: 'sign-in',
  needs: ['signIn'],
  judge: ({ signIn: { present, overriddenBy: names } }) => {
    if (names.length === 0) return pass();
    return present === false ? pass({ names }) : warn('sign-in-overridden', { names });
  },
});
