import type { Dialect } from './dialect.ts';
import { accounts } from './dialects/accounts.ts';
import { authBlock } from './dialects/auth-block.ts';
import { checks } from './dialects/checks.ts';
import { documented } from './dialects/documented.ts';
import { documentedError } from './dialects/documented-error.ts';
import { greeting } from './dialects/greeting.ts';
import { healthJson } from './dialects/health-json.ts';
import { minimal } from './dialects/minimal.ts';
import { pluginPage } from './dialects/plugin-page.ts';
import { readiness } from './dialects/readiness.ts';

/** Every dialect, the most specific first: the first that recognises a body reads it. */
export const DIALECTS: readonly Dialect[] = [
  documented,
  healthJson,
  checks,
  authBlock,
  accounts,
  pluginPage,
  readiness,
  documentedError,
  minimal,
  greeting,
];
