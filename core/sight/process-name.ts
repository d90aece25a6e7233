import { plain } from '../plain.ts';

/** What a system tells of a process. `args` are looked through for a script's name and never kept: they may hold secrets. */
export interface ProcessWords {
  /** The short name that the process goes by; Linux cuts it after 15 bytes. */
  readonly comm: string;
  /** The base name of the program file, where it may be seen. */
  readonly program?: string;
  readonly args: readonly string[];
}

/** The longest name of a process that is kept, in graphemes. */
export const MAX_PROCESS_NAME = 60;
const MAX_ARGS = 64;

const INTERPRETER = /^(?:node|nodejs|bun|deno|ruby|pypy|python)[\d.]*$/;
// Newer versions of Node give the process the name of its main thread.
const THREAD_NAME = /MainThread$/;

// Inline code follows, not a script: "-c", "-e", "-p", also at the end of several letters.
const CODE_FLAG = /^(?:-[A-Za-z]*[cep]|--eval|--print|-)$/;
const MODULE_FLAG = /^-[A-Za-z]*m$/;
const FLAG_WITH_VALUE = /^(?:-[rCWXI]|--(?:require|import|loader|experimental-loader|conditions|config|cwd|env-file))$/;
const RUN_WORD = /^(?:run|serve|x)$/;
const SCRIPT = /^(?:\.{0,2}\/|node_modules\/)|\.(?:[cm]?[jt]sx?|pyz?|rb)$/;
const MODULE = /^\w+(?:\.\w+)*$/;

/** A process's name for people: plain, at most 60 graphemes; an interpreter is named with its script ("node proxy.js"). */
export function processName({ comm, program = '', args }: ProcessWords): string {
  const shown = comm === '' || (THREAD_NAME.test(comm) && program !== '') ? program : comm;
  const interpreted = INTERPRETER.test(program === '' ? comm : program);
  return plain(interpreted ? withScript(shown, scriptName(args.slice(1, MAX_ARGS))) : shown, MAX_PROCESS_NAME);
}

function withScript(shown: string, script: string | undefined): string {
  if (script === undefined) return shown;
  if (INTERPRETER.test(shown)) return `${shown} ${script}`;
  // Started by its first line ("#!"), a script gives the process its own name; any other name was chosen by the program.
  return script.startsWith(shown) ? script : shown;
}

/** The base name of the script, or the module; nothing where that is not beyond doubt. */
function scriptName(args: readonly string[]): string | undefined {
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? '';
    if (CODE_FLAG.test(arg)) return undefined;
    if (MODULE_FLAG.test(arg)) return asModule(args[i + 1] ?? '');
    if (FLAG_WITH_VALUE.test(arg)) i += 1;
    else if (!arg.startsWith('-') && !RUN_WORD.test(arg)) return asScript(arg);
  }
  return undefined;
}

function asModule(arg: string): string | undefined {
  return MODULE.test(arg) ? arg : undefined;
}

function asScript(arg: string): string | undefined {
  // Deno also runs addresses; what follows the path may be a key.
  const path = arg.replace(/[?#].*$/s, '');
  if (!SCRIPT.test(path)) return undefined;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name === '' ? undefined : name;
}
