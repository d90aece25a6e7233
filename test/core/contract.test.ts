import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAction, type Action } from '../../core/contract.ts';

describe('parseAction', () => {
  it.each<Action>([
    { type: 'check-now' },
    { type: 'pause', target: 'target-1' },
    { type: 'resume', target: 'target-1' },
    { type: 'accept', target: 'target-1' },
    { type: 'copy', command: 'sign-in' },
    { type: 'open', link: 'install-guide' },
    { type: 'hide' },
    { type: 'quit' },
  ])('lets %j through', (action) => {
    expect(parseAction(action)).toEqual(action);
  });

  it.each([
    undefined,
    null,
    'quit',
    { type: 'run' },
    { type: 'copy', command: 'rm -rf /' },
    { type: 'copy', command: '__proto__' },
    { type: 'open', link: 'https://evil.example' },
    { type: 'pause', target: 'x'.repeat(10_000_000) },
    { type: 'quit', and: 'more' },
    JSON.parse('{"__proto__":{"type":"quit"}}'),
  ])('input 57: refuses %#', (value) => {
    expect(parseAction(value)).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(() => parseAction(value)).not.toThrow();
      }),
    );
  });
});
