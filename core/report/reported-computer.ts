import { told } from '../health/fields.ts';
import type { CliSeen, LocalSight } from '../sight/local-sight.ts';
import { dayTold, type Sayer } from './say.ts';

export interface ReportedCli {
  readonly path: string;
  readonly realPath?: string;
  readonly source: CliSeen['source'];
  readonly state: CliSeen['state'];
  readonly version?: string;
}

/** What this computer shows of CLI and sign-in: of the login no more than its place, and the day on which it ends. */
export interface ReportedComputer {
  readonly chosen?: ReportedCli;
  readonly candidates: readonly ReportedCli[];
  readonly searched: readonly string[];
  readonly signIn: {
    readonly place: LocalSight['signIn']['place'];
    readonly present?: boolean;
    readonly endsOn?: string;
    readonly isPrivate?: boolean;
    readonly overriddenBy: readonly string[];
  };
  readonly sharedLogin?: boolean;
}

export function reportedComputer({ cli, signIn, sharedLogin }: LocalSight, say: Sayer): ReportedComputer {
  const { place, present, loginExpiresAt, isPrivate, overriddenBy } = signIn;
  return told<ReportedComputer>({
    chosen: cli.chosen && reportedCli(cli.chosen, say),
    candidates: cli.candidates.slice(0, say.limits.list).map((seen) => reportedCli(seen, say)),
    searched: say.texts(cli.searched),
    signIn: told<ReportedComputer['signIn']>({
      place,
      present,
      endsOn: loginExpiresAt === undefined ? undefined : dayTold(loginExpiresAt),
      isPrivate,
      overriddenBy: say.texts(overriddenBy),
    }),
    sharedLogin,
  });
}

function reportedCli({ path, realPath, source, state, version }: CliSeen, say: Sayer): ReportedCli {
  return told<ReportedCli>({
    path: say.text(path),
    realPath: realPath === undefined ? undefined : say.text(realPath),
    source,
    state,
    version: version === undefined ? undefined : say.text(version),
  });
}
