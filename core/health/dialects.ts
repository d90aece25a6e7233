import type { Dialect } from './dialect.ts';
import { documented } from './dialects/documented.ts';
import { documentedError } from './dialects/documented-error.ts';
import { minimal } from './dialects/minimal.ts';

/** Every dialect, the most specific first: the first that recognises a body reads it. */
export const DIALECTS: readonly Dialect[] = [documented, documentedError, minimal];
