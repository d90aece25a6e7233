import { fail, pass, skip, warn, type Check, type Judgement } from '../check.ts';
import type { AuthFact } from '../facts.ts';
import { onlyHere } from '../only-here.ts';

/** What the CLI itself says of its sign-in: only "signed out" is conclusive, anything may be wrong with a credential. */
export const signInStatus: Check<'target' | 'auth'> = onlyHere({
  id: 'sign-in-status',
  group: 'sign-in',
  needs: ['auth'],
  judge: ({ auth }) => told(auth),
});

function told(auth: AuthFact): Judgement {
  switch (auth.kind) {
    case 'told': {
      const { signedIn, method } = auth;
      return signedIn ? pass(method === undefined ? {} : { name: method }) : fail('signed-out', { code: 'cli-says' });
    }
    case 'settings-damaged':
      return fail('cli-settings-damaged', { code: 'damaged' }, 'degraded');
    case 'hangs':
      return warn('cli-hangs');
    case 'not-understood':
      return skip('cannot-be-seen');
  }
}
