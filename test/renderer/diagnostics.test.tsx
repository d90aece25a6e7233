import axe from 'axe-core';
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CHECK_IDS, type CheckId } from '../../core/diagnosis/check.ts';
import type { CheckState, Diagnosis } from '../../core/diagnosis/diagnosis.ts';
import { diagnosisOf, DIAGNOSIS_NAMES, type DiagnosisName } from './diagnoses.ts';
import { openOn, type OpenPopup } from './popup.tsx';
import { snapshotOf } from './states.ts';

const ALL = CHECK_IDS.length;

const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const spoken = (): string | null => screen.getByRole('status').textContent;

/** Each diagnosis: the line under the title, and texts that belong to it. */
const SAYS: Readonly<Record<DiagnosisName, readonly [line: string, ...texts: readonly string[]]>> = {
  running: [`5 of ${ALL} checks · 1 problem so far`, 'looking…', 'waiting', 'Problem', 'Skipped'],
  ended: [`${ALL} checks · 1 problem, 3 hints`, 'Root cause', 'Another program has this port', 'Also found'],
  well: [`${ALL} checks · no problem`, 'Every check is well', `${ALL} passed`, '214 ms'],
  hints: [`${ALL} checks · 2 hints`, 'No problem found', `${ALL - 2} passed · 2 hints`, 'Worth knowing'],
  unfinished: [
    `${ALL} checks · no problem`,
    'Not every check gave a result',
    'Crashed',
    'Timed out',
    'no result in time',
  ],
  stopped: [`Stopped after 12 of ${ALL} checks · no problem`, 'Stopped before the end', 'Stopped', 'not looked at'],
};

function openDiagnosis(name: DiagnosisName): Promise<OpenPopup> {
  return openOn(name === 'well' ? 'healthy' : 'stranger', diagnosisOf(name, Date.now()));
}

function push({ main }: OpenPopup, diagnosis: Diagnosis, seq: number): void {
  main.push(snapshotOf(['stranger'], Date.now(), seq, { diagnosis }));
}

/** The diagnosis with one check in another state. */
function having(diagnosis: Diagnosis, id: CheckId, state: CheckState, more: Partial<Diagnosis> = {}): Diagnosis {
  const results = diagnosis.results.map((result) => (result.id === id ? { ...result, state } : result));
  return { ...diagnosis, ...more, results };
}

describe.each(DIAGNOSIS_NAMES)('%s', (name) => {
  it('says how far it is and what it found', async () => {
    const { element } = await openDiagnosis(name);
    const [line, ...texts] = SAYS[name];
    expect(screen.getByText(line)).toBeDefined();
    for (const text of texts) expect(within(element).getAllByText(text).length).toBeGreaterThan(0);
    expect(element.textContent).not.toMatch(/undefined|null|NaN|\[object/);
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(['Proxy', 'Claude CLI', 'Sign-in', 'This computer']),
    );
  });

  it('is accessible', async () => {
    const { element } = await openDiagnosis(name);
    // Colours are judged where they are real: when the pictures are taken.
    const { violations } = await axe.run(element, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations).toEqual([]);
  });
});

describe('while it runs', () => {
  it('shows the share that is done, and takes it away at the end', async () => {
    const popup = await openDiagnosis('running');
    const bar = screen.getByRole<HTMLProgressElement>('progressbar', { name: 'Diagnostics' });
    expect(bar.value).toBeCloseTo(5 / ALL);
    push(popup, diagnosisOf('ended', Date.now()), 2);
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('keeps its list alone on the page: nothing pushes it away', async () => {
    await openDiagnosis('running');
    expect(screen.queryByText('Root cause')).toBeNull();
    expect(screen.getAllByRole('heading', { level: 2 })[0]?.textContent).toBe('Proxy');
  });

  it('can be stopped, and nothing else', async () => {
    const { main, user } = await openDiagnosis('running');
    await user.click(button('Report'));
    await user.click(button('Run again: Proxy answers'));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Diagnostics');
    await user.click(button('Stop'));
    expect(main.actions).toEqual([{ type: 'stop-diagnosis' }]);
  });
});

describe('when it is over', () => {
  it('puts the root cause first, with the steps that mend it', async () => {
    const { main, user } = await openDiagnosis('ended');
    expect(screen.getAllByRole('heading', { level: 2 })[0]?.textContent).toBe('Root cause');
    await user.click(button('It is mine: Or take it for your proxy from now on'));
    expect(main.actions).toMatchObject([{ type: 'use-step', finding: 'stranger-answers', step: 'this-is-my-proxy' }]);
  });

  it('opens and closes what it found besides', async () => {
    const { user } = await openDiagnosis('ended');
    const found = button('Hint: 2 Claude CLIs are installed Several Claude CLIs are installed');
    expect(found.getAttribute('aria-expanded')).toBe('false');
    await user.click(found);
    expect(found.getAttribute('aria-expanded')).toBe('true');
    const shown = document.getElementById(found.getAttribute('aria-controls') ?? '');
    expect(shown?.textContent).toContain('Which one runs depends on who starts it');
    expect(within(shown ?? document.body).getByRole('button', { name: 'Copy: which -a claude' })).toBeDefined();
    await user.click(found);
    expect(screen.queryByText(/Which one runs/)).toBeNull();
  });

  it('runs again, all of it or one check', async () => {
    const { main, user } = await openDiagnosis('ended');
    await user.click(button('Run again'));
    await user.click(button('Run again: Claude CLI found'));
    expect(main.actions).toEqual([
      { type: 'diagnose', target: 'target-8000' },
      { type: 'diagnose', target: 'target-8000', only: 'cli-found' },
    ]);
  });

  it('leaves the root cause in its place while a check runs again', async () => {
    const popup = await openDiagnosis('ended');
    const ended = diagnosisOf('ended', Date.now());
    const again = having(ended, 'port-owner', { kind: 'running' }, { state: 'running' });
    const root = (): Element | null | undefined => screen.getByText('Root cause').closest('section');
    const before = root();
    push(popup, again, 2);
    expect(root()).toBe(before);
    expect(screen.getByText(`${ALL} checks · 1 problem, 3 hints`)).toBeDefined();
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(button('Stop')).toBeDefined();
  });

  it('begins anew without what an older run found', async () => {
    const popup = await openDiagnosis('ended');
    push(popup, diagnosisOf('running', Date.now(), 2), 2);
    expect(screen.queryByText('Root cause')).toBeNull();
  });
});

describe('with the keyboard alone', () => {
  it('reaches everything, the checks in one stop', async () => {
    const { user } = await openDiagnosis('ended');
    const reached: string[] = [];
    // The title has the focus: the way back lies before it.
    for (let press = 0; press < 9; press += 1) {
      // oxlint-disable-next-line no-await-in-loop
      await user.tab();
      reached.push(document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
    }
    expect(reached).toEqual([
      'Close',
      expect.stringContaining('Root cause'),
      'It is mine: Or take it for your proxy from now on',
      expect.stringContaining('The Claude CLI is old'),
      expect.stringContaining('2 Claude CLIs'),
      expect.stringContaining('HTTP_PROXY'),
      'Run again: Proxy answers',
      'Report',
      expect.stringContaining('Run again'),
    ]);
    screen.getByRole('heading', { level: 1 }).focus();
    await user.tab({ shift: true });
    expect(document.activeElement).toBe(button('Back'));
  });

  it('goes from check to check with the arrow keys, and comes back to where it was', async () => {
    const { main, user } = await openDiagnosis('well');
    const name = (): string | null | undefined => document.activeElement?.getAttribute('aria-label');
    button('Run again: Proxy answers').focus();
    await user.keyboard('{ArrowUp}{ArrowDown}{ArrowDown}');
    expect(name()).toBe('Run again: Response time');
    await user.keyboard('{Enter}');
    expect(main.actions).toEqual([{ type: 'diagnose', target: 'target-8000', only: 'response-time' }]);
    await user.tab();
    await user.tab({ shift: true });
    expect(name()).toBe('Run again: Response time');
    await user.keyboard('{End}{ArrowDown}');
    expect(name()).toBe('Run again: Pilot Light');
    await user.keyboard('{Home}');
    expect(name()).toBe('Run again: Proxy answers');
  });

  it('keeps the focus on what was pressed, whatever it is called then', async () => {
    const popup = await openDiagnosis('ended');
    button('Run again').focus();
    push(popup, diagnosisOf('running', Date.now(), 2), 2);
    expect(document.activeElement).toBe(button('Stop'));
    button('Run again: Proxy answers').focus();
    push(popup, diagnosisOf('ended', Date.now(), 2), 3);
    expect(document.activeElement).toBe(button('Run again: Proxy answers'));
  });
});

describe('what is spoken', () => {
  it('is the begin, each problem once, and the end', async () => {
    const popup = await openOn('stranger', diagnosisOf('ended', Date.now()));
    expect(spoken()).toBe('');
    const running = diagnosisOf('running', Date.now(), 2);
    const waiting: Diagnosis = {
      ...running,
      results: running.results.map((r) => ({ ...r, state: { kind: 'waiting' } })),
    };
    push(popup, waiting, 2);
    expect(spoken()).toBe('Diagnostics started');
    push(popup, running, 3);
    expect(spoken()).toBe('Another program answers here');
    const words = screen.getByRole('status').firstElementChild;
    push(popup, having(running, 'disk', { kind: 'pass', ms: 1, evidence: {} }), 4);
    expect(screen.getByRole('status').firstElementChild).toBe(words);
    push(popup, diagnosisOf('ended', Date.now(), 2), 5);
    expect(spoken()).toBe(
      `${ALL} checks · 1 problem, 3 hints. Root cause: Another program answers: python3 http.server`,
    );
  });

  it('is the end also where the popup has turned to another page', async () => {
    const popup = await openDiagnosis('running');
    await popup.user.click(button('Back'));
    push(popup, diagnosisOf('well', Date.now()), 2);
    expect(spoken()).toBe(`Every check is well. ${ALL} passed`);
  });

  it('tells how a check stands to those who do not see its sign', async () => {
    await openDiagnosis('ended');
    const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(rows).toContain('Claude CLI runs2.0.0, after 214 msPassed, 214 ms');
    expect(rows).toContain('Web proxyHTTP_PROXY also catches this computerHint');
  });
});
