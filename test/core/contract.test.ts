import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STEP_IDS, type StepId } from '../../core/advice/step.ts';
import { CHECK_IDS, type CheckId } from '../../core/diagnosis/check.ts';
import { parseAction, type Action } from '../../core/contract.ts';

describe('parseAction', () => {
  it.each<Action>([
    { type: 'check-now' },
    { type: 'pause', target: 'target-1' },
    { type: 'resume', target: 'target-1' },
    { type: 'use-step', target: 'target-1', finding: 'signed-out', step: 'sign-in', way: 'run' },
    { type: 'use-step', target: 'target-1', finding: 'cli-not-found', step: 'install-cli', way: 'copy' },
    { type: 'diagnose', target: 'target-1' },
    { type: 'diagnose', target: 'target-1', only: 'cli-runs' },
    { type: 'stop-diagnosis' },
    { type: 'write-report', format: 'markdown' },
    { type: 'write-report', format: 'json' },
    { type: 'copy-report' },
    { type: 'save-report' },
    { type: 'measure' },
    { type: 'copy-incident', target: 'target-1', startedAt: 1_795_340_404_000 },
    { type: 'save-recording', target: 'target-1', startedAt: 1_795_340_404_000 },
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
    { type: 'open', link: 'https://evil.example' },
    { type: 'use-step', target: 'target-1', finding: 'signed-out', step: 'rm -rf /', way: 'run' },
    { type: 'use-step', target: 'target-1', finding: '__proto__', step: 'sign-in', way: 'run' },
    { type: 'use-step', target: 'target-1', finding: 'signed-out', step: 'constructor', way: 'copy' },
    { type: 'use-step', target: 'target-1', finding: 'signed-out', step: 'sign-in', way: 'shell' },
    { type: 'use-step', target: 'target-1', finding: 'signed-out', step: 'sign-in' },
    { type: 'use-step', target: 'target-1', finding: 'signed-out', step: 'sign-in', way: 'run', command: 'id' },
    { type: 'diagnose' },
    { type: 'diagnose', target: 'target-1', only: 'toString' },
    { type: 'diagnose', target: 'target-1', only: ['cli-runs'] },
    { type: 'write-report', format: 'html' },
    { type: 'copy-report', text: 'my own' },
    { type: 'save-report', path: '/etc/passwd' },
    { type: 'measure', pid: 1 },
    { type: 'save-recording', target: 'target-1' },
    { type: 'save-recording', target: 'target-1', startedAt: 1.5 },
    { type: 'save-recording', target: 'target-1', startedAt: '../../etc/passwd' },
    { type: 'save-recording', target: 'target-1', startedAt: 1, path: '/etc/passwd' },
    { type: 'pause', target: 'x'.repeat(10_000_000) },
    { type: 'quit', and: 'more' },
    JSON.parse('{"__proto__":{"type":"quit"}}'),
  ])('input 57: refuses %#', (value) => {
    expect(parseAction(value)).toBeUndefined();
  });

  it('knows every step that a remedy may have, and every check', () => {
    const use = (step: StepId): unknown => ({
      type: 'use-step',
      target: 't',
      finding: 'signed-out',
      step,
      way: 'copy',
    });
    const only = (check: CheckId): unknown => ({ type: 'diagnose', target: 't', only: check });
    const actions = [...STEP_IDS.map(use), ...CHECK_IDS.map(only)];
    expect(actions.filter((action) => parseAction(action) === undefined)).toEqual([]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(() => parseAction(value)).not.toThrow();
      }),
    );
  });
});
