import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readToolCall } from '../../../engine/mcp/tool-call.ts';
import { TOOL_NAMES } from '../../../engine/mcp/tools.ts';

it.each(TOOL_NAMES)('takes a call with or without a target: %s', (tool) => {
  expect(readToolCall(tool, undefined, 2)).toEqual({ ok: true, tool });
  expect(readToolCall(tool, {}, 2)).toEqual({ ok: true, tool });
  expect(readToolCall(tool, { target: 2 }, 2)).toEqual({ ok: true, tool, target: 2 });
});

it('takes nothing else, and repeats nothing of it', () => {
  const odd = fc.oneof(
    fc.anything(),
    fc.dictionary(fc.constantFrom('target', '__proto__', 'constructor', 'x'), fc.anything()),
  );
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...TOOL_NAMES), fc.string()), odd, (name, given) => {
      const call = readToolCall(name, given, 3);
      const isRefusal = !call.ok && call.why.length < 100;
      const isBare = call.ok && call.target === undefined && Reflect.ownKeys(given ?? {}).length === 0;
      const isNumbered = call.ok && JSON.stringify(given) === JSON.stringify({ target: call.target });
      expect(isRefusal || isBare || (isNumbered && [1, 2, 3].includes(call.target ?? 0))).toBe(true);
    }),
  );
});

it('takes no target from a prototype', () => {
  expect(readToolCall('status', Object.create({ target: 1 }), 3)).toMatchObject({ ok: false });
});
