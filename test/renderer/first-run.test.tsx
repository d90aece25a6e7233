import axe from 'axe-core';
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../core/settings.ts';
import type { FoundProxy } from '../../core/snapshot.ts';
import { mainProcess, openIn, openPopup, type OpenPopup } from './popup.tsx';
import { snapshotOf, type Beside, type StateName } from './states.ts';

const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const NOTHING: Beside = { settings: readSettings({ targets: [] }) };
const FOUND: readonly FoundProxy[] = [{ url: 'http://localhost:8000' }, { url: 'http://localhost:4000', name: 'mine' }];
const LOOK = 'Look for proxies on this computer';

function open(names: readonly StateName[], beside: Beside, obeys = true): Promise<OpenPopup> {
  return openPopup(mainProcess(snapshotOf(names, Date.now(), 1, beside), { obeys }));
}

describe('where nothing is watched', () => {
  it('is calm, and begins nothing by itself', async () => {
    const { main, element } = await open([], NOTHING);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('No proxy is watched yet');
    expect(screen.queryByRole('button', { name: 'Check now' })).toBeNull();
    expect(main.actions).toEqual([]);
    const { violations } = await axe.run(element, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations).toEqual([]);
  });

  it('looks when it is asked to, and watches the one that is chosen', async () => {
    const { main, user } = await open([], NOTHING);
    await user.click(button(LOOK));
    main.push(snapshotOf([], Date.now(), 2, { ...NOTHING, found: FOUND }));
    expect(screen.getByRole('status').textContent).toBe('2 proxies found');
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'localhost:8000Watch this one',
      'minelocalhost:4000Watch this one',
    ]);
    await user.click(button('Watch this one: localhost:4000'));
    expect(main.actions).toEqual([
      { type: 'find-proxies' },
      { type: 'change-setting', key: 'targets', value: [{ url: 'http://localhost:4000' }] },
    ]);
  });

  it('says what it found when it has looked again, also where it is as much as before', async () => {
    const { main, user } = await open([], { ...NOTHING, found: FOUND });
    await user.click(button('Look again'));
    expect(screen.getByRole('status').textContent).toBe('2 proxies found');
    main.push(snapshotOf([], Date.now(), 2, { ...NOTHING, found: FOUND }));
    expect(screen.getByRole('status').textContent).toBe('2 proxies found');
  });

  it('says so when nothing was found', async () => {
    const { main } = await open([], NOTHING);
    main.push(snapshotOf([], Date.now(), 2, { ...NOTHING, found: [] }));
    expect(screen.getByRole('status').textContent).toBe('No proxy answers on the usual ports of this computer.');
    expect(button('Look again')).toBeDefined();
  });

  it('says so when it could not look, or not watch', async () => {
    const { user } = await open([], { ...NOTHING, found: FOUND }, false);
    await user.click(button('Look again'));
    expect(screen.getByRole('status').textContent).toBe('Not done');
    await user.click(button('Watch this one: localhost:8000'));
    expect(screen.getByRole('status').textContent).toBe('This could not be set and saved.');
  });

  it('takes an address', async () => {
    const { main, user } = await open([], NOTHING);
    await user.type(screen.getByRole('textbox', { name: 'Or type its address' }), 'http://localhost:4000/v1/{Enter}');
    expect(main.actions).toEqual([
      { type: 'change-setting', key: 'targets', value: [{ url: 'http://localhost:4000/v1' }] },
    ]);
  });
});

describe('where nothing runs at the usual address', () => {
  it('offers to look elsewhere, and watches that instead', async () => {
    const { main, user } = await open(['not-running'], { found: FOUND });
    const card = within(screen.getByRole('region', { name: 'Is it elsewhere?' }));
    expect(card.getByText('Watched')).toBeDefined();
    await user.click(card.getByRole('button', { name: 'Watch this one: localhost:4000' }));
    expect(main.actions).toEqual([
      { type: 'change-setting', key: 'targets', value: [{ url: 'http://localhost:4000' }] },
    ]);
  });

  it('does not ask where somebody has chosen the address', async () => {
    await open(['not-running'], { settings: readSettings({ targets: [{ url: 'http://localhost:4000' }] }) });
    expect(screen.queryByRole('button', { name: LOOK })).toBeNull();
  });

  it('does not ask in any other trouble', async () => {
    await openIn('signed-out');
    expect(screen.queryByRole('button', { name: LOOK })).toBeNull();
  });
});
