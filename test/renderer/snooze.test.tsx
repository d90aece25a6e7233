import axe from 'axe-core';
import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { mainProcess, openIn, openPopup } from './popup.tsx';
import { snapshotOf, type StateName } from './states.ts';

const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const RECOVERY = { snoozed: { until: 'recovery' } } as const;

describe('the rest of the notifications', () => {
  it.each([
    ['healthy', 'Pause'],
    ['signed-out', 'Snooze 1 h'],
    ['degraded', 'Snooze 1 h'],
    ['unknown', 'Pause'],
    ['paused', 'Resume'],
  ] as const)('is offered in trouble: %s', async (state: StateName, name) => {
    await openIn(state);
    const offered = ['Pause', 'Snooze 1 h', 'Resume'].filter((each) => screen.queryByRole('button', { name: each }));
    expect(offered).toEqual([name]);
  });

  it('lasts an hour', async () => {
    const { main, user } = await openIn('signed-out');
    await user.click(button('Snooze 1 h'));
    expect(main.actions).toEqual([{ type: 'snooze', until: '1 h' }]);
  });

  it('lasts as long as is chosen, with the keys', async () => {
    const { main, user } = await openIn('signed-out');
    button('Snooze for another time').focus();
    await user.keyboard('{Enter}');
    expect(document.activeElement?.textContent).toBe('For 30 min');
    await user.keyboard('{ArrowUp}{ArrowUp}{Home}{End}{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
    expect(main.actions).toEqual([{ type: 'snooze', until: '4 h' }]);
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(button('Snooze for another time'));
  });

  it('has a menu that Escape closes before it hides the popup', async () => {
    const { main, user, element } = await openIn('signed-out');
    await user.click(button('Snooze for another time'));
    expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
      'For 30 min',
      'For 1 h',
      'For 4 h',
      'Until all is well',
    ]);
    const { violations } = await axe.run(element, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations).toEqual([]);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(main.actions).toEqual([]);
  });

  it('has a menu that closes when the focus goes', async () => {
    const { user } = await openIn('signed-out');
    await user.click(button('Snooze for another time'));
    act(() => button('Settings').focus());
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('is said to eye and ear, and can be ended', async () => {
    const { main, user, element } = await openIn('signed-out');
    main.push(snapshotOf(['signed-out'], Date.now(), 2, RECOVERY));
    expect(screen.getByRole('status').textContent).toBe('Notifications rest until all is well');
    expect(screen.getAllByText('Notifications rest until all is well')).toHaveLength(2);
    const { violations } = await axe.run(element, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations).toEqual([]);
    await user.click(button('End'));
    expect(main.actions).toEqual([{ type: 'end-snooze' }]);
  });

  it('can be made longer while it lasts, whatever the light is', async () => {
    await openPopup(mainProcess(snapshotOf(['healthy'], Date.now(), 1, RECOVERY)));
    expect(button('Snooze 1 h')).toBeDefined();
  });

  it('says so when it could not begin', async () => {
    const { user } = await openPopup(mainProcess(snapshotOf(['signed-out'], Date.now()), { obeys: false }));
    await user.click(button('Snooze 1 h'));
    expect(screen.getByRole('status').textContent).toBe('Not done');
  });
});
