import type { CliSeen, CliSight } from '../sight/local-sight.ts';

/** The CLI that a setting or a variable names: that one is meant, whatever else is installed. */
export function namedCli({ candidates }: CliSight): CliSeen | undefined {
  return candidates.find(({ source }) => source === 'setting' || source === 'variable');
}

/** What a setting or a variable names, if nothing stands there. */
export function namedInVain(cli: CliSight): CliSeen | undefined {
  const named = namedCli(cli);
  return named?.state === 'dangling' ? named : undefined;
}
