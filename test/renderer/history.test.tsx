import axe from 'axe-core';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../core/contract.ts';
import { SPANS, type Span } from '../../core/history/look-back.ts';
import { pastOf, withPast, type PastName } from './pasts.ts';
import { mainProcess, openPopup, type MainProcess, type OpenPopup } from './popup.tsx';
import { snapshotOf, type StateName } from './states.ts';

const NOW = Date.parse('2026-11-22T09:40:00Z');
const LEADS_ON = 'Availability: show the history';

const title = (): string | null => screen.getByRole('heading', { level: 1 }).textContent;
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const slider = (name: string): HTMLInputElement => screen.getByRole('slider', { name });
const spoken = (name: string): string | null => slider(name).getAttribute('aria-valuetext');
const looks = ({ actions }: MainProcess): readonly Action[] => actions.filter(({ type }) => type === 'look-back');

function processWith(name: PastName, ...states: readonly StateName[]): MainProcess {
  const snapshot = withPast(snapshotOf(states.length === 0 ? ['healthy'] : states, NOW), name);
  return mainProcess(snapshot, { past: (span) => pastOf(name, span, NOW) });
}

async function openHistory(name: PastName, ...states: readonly StateName[]): Promise<OpenPopup> {
  const popup = await openPopup(processWith(name, ...states));
  await popup.user.click(button(LEADS_ON));
  // What is known comes a turn later.
  await act(() => Promise.resolve());
  return popup;
}

async function faultsOf(element: HTMLElement): Promise<readonly unknown[]> {
  // Colours are judged where they are real: when the pictures are taken.
  const { violations } = await axe.run(element, { rules: { 'color-contrast': { enabled: false } } });
  return violations;
}

describe('the first page', () => {
  it('tells the last day in a line, and to the ear in a sentence', async () => {
    const { element } = await openPopup(processWith('one-year'));
    expect(element.textContent).toContain('99.07% · last 24 h · 2 incidents');
    expect(
      screen.getByRole('img', {
        name: 'Last 24 hours: up 99.07% of the time that was watched, 100% watched, 2 incidents',
      }),
    ).toBeDefined();
    expect(await faultsOf(element)).toEqual([]);
  });

  it('shows nothing of it where nothing is kept, and leads nowhere', async () => {
    await openPopup(mainProcess(snapshotOf(['healthy'], NOW)));
    expect(screen.queryByRole('heading', { name: 'Availability' })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Last incident/ })).toBeNull();
  });

  it('claims no share of a day that nobody saw', async () => {
    const { element } = await openPopup(processWith('empty'));
    expect(element.textContent).toContain('Not watched · last 24 h');
    expect(screen.getByRole('img', { name: 'Last 24 hours: not watched' })).toBeDefined();
  });
});

describe('the history', () => {
  it('asks for a day first, and says once what it found', async () => {
    const { main } = await openHistory('one-year');
    expect(title()).toBe('History');
    expect(looks(main)).toEqual([{ type: 'look-back', target: 'target-8000', span: 'day' }]);
    expect(screen.getByRole('status').textContent).toMatch(/^Last 24 hours: up 9/);
    expect(document.activeElement?.textContent).toBe('History');
  });

  it.each(SPANS)('tells a span of one %s', async (span) => {
    const { main, user, element } = await openHistory('one-year');
    const names: Readonly<Record<Span, string>> = { hour: '1 h', day: '24 h', week: '7 d', month: '30 d', year: '1 y' };
    await user.click(screen.getByRole('radio', { name: names[span] }));
    expect(looks(main).at(-1)).toEqual({ type: 'look-back', target: 'target-8000', span });
    const { availability } = pastOf('one-year', span, NOW);
    expect(slider('Availability, step by step').max).toBe(String(availability.cells.length - 1));
    const list = within(screen.getByRole('region', { name: 'Incidents' })).getAllByRole('listitem');
    expect(list).toHaveLength(availability.incidents);
    expect(element.textContent).not.toMatch(/undefined|null|NaN|\[object|Invalid/);
  });

  it.each([
    ['empty', []],
    ['one-hour', []],
    ['one-day', []],
    ['one-year', []],
    ['gap', ['healthy', 'signed-out']],
  ] as const)('is accessible: %s', async (name, states) => {
    const { element } = await openHistory(name, ...states);
    expect(await faultsOf(element)).toEqual([]);
  });

  it('says so when it is empty, and names no incident', async () => {
    await openHistory('empty');
    expect(screen.getByText(/^Nothing is remembered of this time/)).toBeDefined();
    expect(screen.queryByRole('region', { name: 'Incidents' })).toBeNull();
  });

  it('says so when it cannot be read, and asks again', async () => {
    const now = withPast(snapshotOf(['healthy'], NOW), 'one-year');
    const { main, user, element } = await openPopup(mainProcess(now, { obeys: false }));
    await user.click(button(LEADS_ON));
    expect(screen.getByText('The history could not be read.')).toBeDefined();
    expect(await faultsOf(element)).toEqual([]);
    await user.click(button('Try again'));
    expect(looks(main)).toHaveLength(2);
  });

  it('says why nothing can be kept', async () => {
    const main = processWith('one-hour');
    const { user } = await openPopup(main);
    await user.click(button(LEADS_ON));
    main.push({ ...withPast(snapshotOf(['healthy'], NOW, 2), 'one-hour'), historyTrouble: 'ENOSPC' });
    expect(screen.getByText('At the moment no history can be kept (ENOSPC).')).toBeDefined();
  });

  it('is that of another target, where there are several', async () => {
    const { main, user } = await openHistory('one-day', 'healthy', 'signed-out');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Proxy' }), 'localhost:8000');
    expect(looks(main).map((look) => 'target' in look && look.target)).toEqual(['target-8001', 'target-8000']);
  });

  it('asks again when something is new, but not with every snapshot', async () => {
    const { main } = await openHistory('one-day');
    for (let seq = 2; seq < 8; seq += 1) main.push(withPast(snapshotOf(['healthy'], NOW, seq), 'one-day'));
    expect(looks(main)).toHaveLength(1);
  });
});

describe('the charts', () => {
  it('speak each cell with its exact times, in both pictures at once', async () => {
    const { element } = await openHistory('one-year');
    expect(spoken('Availability, step by step')).toMatch(/\d:\d\d:\d\d.* – .*\d:\d\d:\d\d.*: Up$|: Up · Not watched/);
    fireEvent.change(slider('Response time, step by step'), { target: { value: '29' } });
    expect(spoken('Availability, step by step')).toMatch(/: Down 11 min · Up 19 min$/);
    expect(spoken('Response time, step by step')).toMatch(
      /: half of the answers within \d+ ms, 95 of 100 within \d+ ms$/,
    );
    expect(element.textContent).toMatch(/Down 11 min · Up 19 min · p50 \d+ ms · p95 \d+ ms/);
  });

  it('are a table, too', async () => {
    const { element, user } = await openHistory('one-day');
    await user.click(screen.getByText('As a table'));
    const details = element.querySelector('details');
    if (details !== null) fireEvent(details, new Event('toggle'));
    expect(screen.getAllByRole('row')).toHaveLength(49);
    expect(screen.getAllByRole('columnheader').map((cell) => cell.textContent)).toEqual([
      'Time',
      'Availability',
      'p50',
      'p95',
    ]);
    expect(await faultsOf(element)).toEqual([]);
  });
});
