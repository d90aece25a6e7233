import type { RunFact } from '../../core/diagnosis/facts.ts';
import { plain } from '../../core/plain.ts';
import { isVersion } from '../../core/sight/program-version.ts';
import type { ProgramResult } from '../processes/run-program.ts';
import type { ProgramFile } from './program-file.ts';

type Exited = Extract<ProgramResult, { readonly kind: 'exited' }>;

const MAX_LINES = 16;
const VERSION_LINE = /^v?(\d\S*) \(Claude Code\)/;

const INCOMPLETE = /^Error: claude native binary not installed/m;
// Of `env`, a shell or BusyBox, in any language: "env: ‘node’: No such file or directory", "15: exec: node: not found".
const NO_NODE = /[ :][‘'"`]?node[’'"`]?: /;
const NO_SUCH_COMMAND = 127;
// Of the systems and their shells, when the program is behind a script of somebody's.
const FOREIGN = /Exec format error|cannot execute binary file|Bad CPU type in executable/i;
const FOREIGN_CODES: ReadonlySet<string> = new Set(['ENOEXEC', 'EBADARCH', 'EFTYPE', 'UNKNOWN']);
// A shell's way to say it, and Windows': STATUS_ILLEGAL_INSTRUCTION.
const ILLEGAL_INSTRUCTION: ReadonlySet<number> = new Set([128 + 4, 0xc000_001d]);

/** What a run of `claude --version` proves. `file`: what was started, if it could be looked at. */
export function versionAnswer(result: ProgramResult, file: ProgramFile | undefined): RunFact {
  switch (result.kind) {
    case 'exited':
      return result.code === 0 ? wentWell(result) : wentWrong(result);
    case 'not-started':
      return notStarted(result.code, file);
    case 'too-much-output':
      return { kind: 'too-much-output' };
    case 'timed-out':
    case 'cancelled':
      return { kind: 'hangs' };
  }
}

// Older versions, and shims, may say something else before.
function wentWell({ stdout, ms, ...result }: Exited): RunFact {
  const lines = stdout.split('\n', MAX_LINES).map((line) => VERSION_LINE.exec(line.trim())?.[1] ?? '');
  const version = lines.find(isVersion);
  return version === undefined
    ? { kind: 'no-version', ...said({ stdout, stderr: result.stderr }) }
    : { kind: 'version', version, ms };
}

function wentWrong({ code, signal, ...output }: Exited): RunFact {
  const text = `${output.stderr}\n${output.stdout}`;
  if (INCOMPLETE.test(text)) return { kind: 'incomplete' };
  if (code === NO_SUCH_COMMAND && NO_NODE.test(text)) return { kind: 'needs-node' };
  if (FOREIGN.test(text)) return { kind: 'wrong-machine' };
  const name = ILLEGAL_INSTRUCTION.has(code ?? 0) ? 'SIGILL' : signal;
  return {
    kind: 'failed',
    ...(code !== undefined && { code }),
    ...(name !== undefined && { signal: name }),
    ...said(output),
  };
}

function notStarted(code: string, file: ProgramFile | undefined): RunFact {
  const foreign = file?.kind === 'binary' && FOREIGN_CODES.has(code);
  if (foreign || code === 'EBADARCH') return { kind: 'wrong-machine' };
  // The file is there: what is missing is what it is started by, Node or a C library (glibc or musl).
  if (code === 'ENOENT' && file?.kind === 'binary') return { kind: 'wrong-machine' };
  if (code === 'ENOENT' && /\bnode$/.test(file?.interpreter ?? '')) return { kind: 'needs-node' };
  return { kind: 'not-started', code };
}

// Of what Node prints when it fails, the line that says "Error" tells more than the first.
function said({ stdout, stderr }: Pick<Exited, 'stdout' | 'stderr'>): { readonly said?: string } {
  const lines = `${stderr}\n${stdout}`.split('\n', MAX_LINES).map((line) => plain(line));
  const telling = lines.find((line) => /error/i.test(line)) ?? lines.find((line) => line !== '');
  return telling === undefined ? {} : { said: telling };
}
