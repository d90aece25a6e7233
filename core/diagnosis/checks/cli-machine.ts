import { fail, pass, skip, type Check } from '../check.ts';
import type { BinaryFact } from '../facts.ts';
import { onlyHere } from '../only-here.ts';

type Format = Extract<BinaryFact, { readonly kind: 'binary' }>['format'];

// What a system runs besides its own machine's programs: Rosetta on a Mac, the emulations of Windows.
const ALSO_RUNS: Readonly<Record<Format, ReadonlyMap<string, readonly string[]>>> = {
  elf: new Map(),
  'mach-o': new Map([['arm64', ['x64']]]),
  pe: new Map([
    ['arm64', ['x64', 'ia32']],
    ['x64', ['ia32']],
  ]),
};

/** Whether the program is made for this computer's processor. */
export const cliMachine: Check<'target' | 'binary'> = onlyHere({
  id: 'cli-machine',
  group: 'cli',
  needs: ['binary'],
  judge: ({ binary }) => {
    if (binary.kind === 'other') return skip('cannot-be-seen');
    if (binary.kind === 'script') return pass({ name: binary.interpreter, code: 'script' });
    const { here, format, machines } = binary;
    if (machines.length === 0) return skip('cannot-be-seen');
    const runs = [here, ...(ALSO_RUNS[format].get(here) ?? [])];
    const fitting = runs.find((machine) => machines.includes(machine));
    return fitting === undefined ? fail('cli-wrong-machine', { names: machines }) : pass({ name: fitting });
  },
});
