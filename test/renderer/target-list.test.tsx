import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../core/contract.ts';
import { readSettings, TARGET_COLOURS, type Settings } from '../../core/settings.ts';
import { mainProcess, openPopup, type OpenPopup } from './popup.tsx';
import { snapshotOf } from './states.ts';

const [A, B, C] = [
  { url: 'http://localhost:8000' },
  { name: 'Studio', url: 'http://10.0.0.2:8000' },
  { name: 'Work', url: 'http://10.0.0.3:8000', colour: 'pink' },
] as const;

const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const focused = (): string | null | undefined => document.activeElement?.getAttribute('aria-label');
const change = (value: unknown): Action => ({ type: 'change-setting', key: 'targets', value });

const listing = (seq: number, targets: Settings['targets']) =>
  snapshotOf(['healthy'], Date.now(), seq, { settings: readSettings({ targets }) });

async function openList(targets: Settings['targets'] = [A, B, C]): Promise<OpenPopup> {
  const popup = await openPopup(mainProcess(listing(1, targets)));
  await popup.user.click(button('Settings'));
  return popup;
}

describe('the order of the proxies', () => {
  it('is changed with the keyboard alone; the focus goes along, and the place is spoken', async () => {
    const { main, user } = await openList();
    button('Move localhost:8000 down').focus();
    await user.keyboard('{Enter}');
    expect(main.actions.at(-1)).toEqual(change([B, A, C]));
    expect(screen.getByRole('status').textContent).toBe('localhost:8000 is number 2 of 3');
    main.push(listing(2, [B, A, C]));
    expect(focused()).toBe('Move localhost:8000 down');
    await user.keyboard(' ');
    expect(main.actions.at(-1)).toEqual(change([B, C, A]));
    main.push(listing(3, [B, C, A]));
    expect(focused()).toBe('Move localhost:8000 down');
  });

  it('offers no way beyond its ends, yet keeps the focus there', async () => {
    const { main, user } = await openList();
    const first = button('Move localhost:8000 up');
    first.focus();
    await user.keyboard('{Enter}');
    await user.click(button('Move Work down'));
    expect(main.actions).toEqual([]);
    expect([first.getAttribute('aria-disabled'), document.activeElement]).toEqual(['true', button('Move Work down')]);
  });

  it('needs more than one', async () => {
    await openList([A]);
    expect(screen.queryByRole('button', { name: /^Move/ })).toBeNull();
  });
});

describe('the colour of a proxy', () => {
  const colours = (where: string): HTMLSelectElement => screen.getByRole('combobox', { name: `Colour of ${where}` });

  it('is one of a few, by its name', async () => {
    const { main, user } = await openList();
    expect(
      within(colours('Studio'))
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['No colour', 'Blue', 'Cyan', 'Violet', 'Pink', 'Brown']);
    await user.selectOptions(colours('Studio'), 'Violet');
    expect(main.actions.at(-1)).toEqual(change([A, { ...B, colour: 'violet' }, C]));
  });

  it('can be taken away', async () => {
    const { main, user } = await openList();
    expect(colours('Work').value).toBe('pink');
    await user.selectOptions(colours('Work'), 'No colour');
    expect(main.actions.at(-1)).toEqual(change([A, B, { name: 'Work', url: C.url }]));
  });

  it.each(TARGET_COLOURS)('%s stands before the name of a target, for the eye alone', async (colour) => {
    const snapshot = snapshotOf(['signed-out', 'healthy'], Date.now());
    const targets = snapshot.targets.map((target) => ({ ...target, colour }));
    const { element } = await openPopup(mainProcess({ ...snapshot, targets }));
    const marks = [...element.querySelectorAll(`[data-colour="${colour}"]`)];
    expect(marks.map((mark) => [mark.parentElement?.textContent, mark.getAttribute('aria-hidden')])).toEqual([
      [expect.stringContaining('localhost:8000'), 'true'],
      ['localhost:8001', 'true'],
    ]);
  });
});
