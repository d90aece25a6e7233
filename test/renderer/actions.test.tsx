import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../core/contract.ts';
import { mainProcess, openIn, openPopup } from './popup.tsx';
import { snapshotOf } from './states.ts';

type UseStep = Extract<Action, { readonly type: 'use-step' }>;

function useStep(finding: UseStep['finding'], step: UseStep['step'], way: UseStep['way']): UseStep {
  return { type: 'use-step', target: 'target-8000', finding, step, way };
}

describe('what the popup asks of the main process', () => {
  it('checks at once', async () => {
    const { main, user } = await openIn('healthy');
    await user.click(screen.getByRole('button', { name: 'Check now' }));
    expect(main.actions).toEqual([{ type: 'check-now' }]);
  });

  it('takes a double click, and a key that is held, for one', async () => {
    const { main, user } = await openIn('healthy');
    await user.dblClick(screen.getByRole('button', { name: 'Check now' }));
    expect(main.actions).toEqual([{ type: 'check-now' }]);
    screen.getByRole('button', { name: 'Pause' }).focus();
    await user.keyboard('{Enter>5/}');
    expect(main.actions).toHaveLength(2);
  });

  it('pauses and resumes the target that is shown', async () => {
    const { main, user } = await openIn('healthy');
    await user.click(screen.getByRole('button', { name: 'Pause' }));
    main.push(snapshotOf(['paused'], Date.now(), 2));
    expect(screen.queryByRole('button', { name: 'Check now' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Resume' }));
    expect(main.actions).toEqual([
      { type: 'pause', target: 'target-8000' },
      { type: 'resume', target: 'target-8000' },
    ]);
  });

  it('hides on Escape', async () => {
    const { main, user } = await openIn('healthy');
    await user.keyboard('{Escape}');
    expect(main.actions).toEqual([{ type: 'hide' }]);
  });

  it('uses a step by its name', async () => {
    const { main, user } = await openIn('cli-missing');
    await user.click(screen.getByRole('button', { name: 'Open: Read the installation guide' }));
    expect(main.actions).toEqual([useStep('cli-not-found', 'read-install-guide', 'run')]);
  });

  it('is complete with the keyboard alone', async () => {
    const { main, user } = await openIn('signed-out');
    const reached: string[] = [];
    for (let press = 0; press < 8; press += 1) {
      // oxlint-disable-next-line no-await-in-loop
      await user.tab();
      reached.push(document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
    }
    expect(reached).toEqual([
      'Check now',
      expect.stringContaining('Authentication'),
      'Copy: claude auth login',
      'Open terminal: claude auth login',
      'Run diagnostics',
      'Snooze 1 h',
      'Snooze for another time',
      'Settings',
    ]);
    await user.keyboard('{Enter}');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Settings');
    expect(main.actions).toEqual([]);
  });
});

describe('a terminal', () => {
  it('is opened by the step that is shown', async () => {
    const { main, user } = await openIn('signed-out');
    await user.click(screen.getByRole('button', { name: 'Open terminal: claude auth login' }));
    expect(main.actions).toEqual([useStep('signed-out', 'sign-in', 'run')]);
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('is said to have failed, if it could not be opened', async () => {
    const { user } = await openPopup(mainProcess(snapshotOf(['signed-out'], Date.now()), { obeys: false }));
    await user.click(screen.getByRole('button', { name: 'Open terminal: claude auth login' }));
    expect(screen.getByRole('button', { name: 'Failed' })).toBeDefined();
    expect(screen.getByRole('status').textContent).toBe('Failed');
  });
});

describe('copying a command', () => {
  it('names the command, and says to eye and ear that it is copied', async () => {
    const { main, user } = await openIn('signed-out');
    await user.click(screen.getByRole('button', { name: 'Copy: claude auth login' }));
    expect(main.actions).toEqual([useStep('signed-out', 'sign-in', 'copy')]);
    expect(screen.getByRole('button', { name: 'Copied' })).toBeDefined();
    expect(screen.getByRole('status').textContent).toBe('Copied');
  });

  it('offers to copy again after a moment', async () => {
    const { user } = await openIn('signed-out');
    await user.click(screen.getByRole('button', { name: 'Copy: claude auth login' }));
    const again = await screen.findByRole('button', { name: 'Copy: claude auth login' }, { timeout: 10_000 });
    expect(again).toBeDefined();
  });

  it('says so when it failed', async () => {
    const { user } = await openPopup(mainProcess(snapshotOf(['signed-out'], Date.now()), { obeys: false }));
    await user.click(screen.getByRole('button', { name: 'Copy: claude auth login' }));
    expect(screen.getByRole('button', { name: 'Failed' })).toBeDefined();
    expect(screen.getByRole('status').textContent).toBe('Failed');
  });
});
