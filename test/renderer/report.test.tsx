import axe from 'axe-core';
import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../core/contract.ts';
import { diagnosisOf } from './diagnoses.ts';
import { mainProcess, openPopup, REPORTS, type MainProcess, type OpenPopup } from './popup.tsx';
import { snapshotOf } from './states.ts';

const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const region = (): HTMLElement => screen.getByRole('region', { name: 'Report' });

function endedProcess(obeys = true): MainProcess {
  const now = Date.now();
  return mainProcess(snapshotOf(['stranger'], now, 1, { diagnosis: diagnosisOf('ended', now) }), { obeys });
}

async function openReport(main: MainProcess = endedProcess()): Promise<OpenPopup> {
  const popup = await openPopup(main);
  await popup.user.click(button('Report'));
  return popup;
}

describe('the report', () => {
  it('is shown as text, exactly as it was written', async () => {
    const { main, element } = await openReport();
    expect(main.actions).toEqual([{ type: 'write-report', format: 'markdown' }]);
    expect(region().textContent).toBe(REPORTS.markdown);
    expect(element.querySelectorAll('pre b')).toHaveLength(0);
    expect(document.activeElement?.textContent).toBe('Report');
  });

  it('is accessible', async () => {
    const { element } = await openReport();
    const { violations } = await axe.run(element, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations).toEqual([]);
  });

  it('is written anew in another format, with the arrow keys too', async () => {
    const { main, user } = await openReport();
    await user.click(screen.getByRole('radio', { name: 'JSON' }));
    expect(main.actions.at(-1)).toEqual({ type: 'write-report', format: 'json' });
    expect(region().textContent).toBe(REPORTS.json);
    await user.keyboard('{ArrowLeft}');
    expect(region().textContent).toBe(REPORTS.markdown);
  });

  it('is copied and saved, and says so to eye and ear', async () => {
    const { main, user } = await openReport();
    await user.click(button('Copy report'));
    expect(button('Copied')).toBeDefined();
    expect(screen.getByRole('status').textContent).toBe('Copied');
    await user.click(button('Save…'));
    expect(screen.getByRole('status').textContent).toBe('Saved');
    expect(main.actions.slice(1)).toEqual([{ type: 'copy-report' }, { type: 'save-report' }]);
  });

  it('is neither copied nor saved before it can be seen', async () => {
    const answers: ((outcome: Outcome) => void)[] = [];
    const main = endedProcess();
    const acted: string[] = [];
    const slow: MainProcess = {
      ...main,
      act: ({ type }) => {
        acted.push(type);
        return new Promise((resolve) => answers.push(resolve));
      },
    };
    const { user } = await openReport(slow);
    await user.click(button('Copy report'));
    await user.click(button('Save…'));
    expect(acted).toEqual(['write-report']);
    await act(() => Promise.resolve(answers[0]?.({ done: true, report: 'late' })));
    expect(region().textContent).toBe('late');
    await user.click(button('Copy report'));
    expect(acted).toEqual(['write-report', 'copy-report']);
  });

  it('says so when it could not be written', async () => {
    await openReport(endedProcess(false));
    expect(screen.queryByRole('region', { name: 'Report' })).toBeNull();
    expect(screen.getAllByText('The report could not be written.').length).toBeGreaterThan(0);
    expect(screen.getByRole('status').textContent).toBe('The report could not be written.');
    expect(button('Copy report').getAttribute('aria-disabled')).toBe('true');
  });
});
