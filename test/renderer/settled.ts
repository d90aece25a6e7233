import { setImmediate as turn } from 'node:timers/promises';
import { configure, getConfig } from '@testing-library/react';

// What a press sets off comes in several turns of React's scheduler: an answer, its drawing, the effects, what these say.
const TURNS = 10;

// How long a test looks for what has to come: the script of a page may be compiled only now.
const FOUND_MS = 10_000;

const before = getConfig();

/**
 * Lets whatever a user did, or a test waited for, come to its end. Testing Library waits by the clock, for a millisecond or
 * two, in which a busy machine does less than a quiet one.
 */
configure({
  asyncUtilTimeout: FOUND_MS,
  asyncWrapper: (work) =>
    before.asyncWrapper(async () => {
      const result = await work();
      // oxlint-disable-next-line no-await-in-loop
      for (let i = 0; i < TURNS; i += 1) await turn();
      return result;
    }),
});
