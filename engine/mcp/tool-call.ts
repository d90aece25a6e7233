import { TOOL_NAMES, type ToolName } from './tools.ts';

/** A call that was understood, or what is wrong with it. What was sent is never repeated. */
export type ToolCall =
  | { readonly ok: true; readonly tool: ToolName; readonly target?: number }
  | { readonly ok: false; readonly why: string };

/** Reads a call of a tool. `targets`: how many there are. */
export function readToolCall(name: unknown, given: unknown, targets: number): ToolCall {
  const tool = TOOL_NAMES.find((each) => each === name);
  if (tool === undefined) return { ok: false, why: `There is no such tool. There are: ${TOOL_NAMES.join(', ')}.` };
  if (given === undefined) return { ok: true, tool };
  if (typeof given !== 'object' || given === null || !isPlain(given))
    return { ok: false, why: 'The arguments are no object.' };
  const { target, ...others } = given;
  if (Reflect.ownKeys(others).length > 0) return { ok: false, why: 'The only argument is "target".' };
  if (!Object.hasOwn(given, 'target')) return { ok: true, tool };
  if (typeof target !== 'number' || !Number.isInteger(target))
    return { ok: false, why: '"target" is the number of a proxy, a whole number from 1.' };
  if (target < 1 || target > targets)
    return { ok: false, why: `There is no such target: their numbers are 1 to ${targets}.` };
  return { ok: true, tool, target };
}

// An object with another prototype would hold more than its own keys show.
function isPlain(value: object): value is { readonly target?: unknown } {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
