import axe from 'axe-core';
import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { parseAction, type Action } from '../../core/contract.ts';
import { readSettings, type SettingKey } from '../../core/settings.ts';
import type { SettingsTrouble } from '../../core/snapshot.ts';
import { english } from '../../core/text/english.ts';
import { mainProcess, openPopup, type OpenPopup } from './popup.tsx';
import { snapshotOf } from './states.ts';

const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const field = (name: string): HTMLInputElement => screen.getByRole('textbox', { name });
const toggle = (name: string): HTMLInputElement => screen.getByRole('switch', { name });
const list = (name: string): HTMLSelectElement => screen.getByRole('combobox', { name });
const proxy = (number: number) => within(screen.getByRole('group', { name: `Proxy ${number}` }));
/** Says it to the eye: the live region may say the same. */
const shown = (text: string): boolean => screen.getAllByText(text).some((at) => at.closest('output') === null);
const focused = (): string | null | undefined =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;

const TWO = { targets: [{ url: 'http://localhost:8000' }, { name: 'Studio', url: 'http://10.0.0.2:8000' }] };

interface Given {
  readonly written?: object;
  readonly troubles?: readonly SettingsTrouble[];
  readonly obeys?: boolean;
}

/** Opens the settings that a file with these contents makes. */
async function openSettings({ written = {}, troubles = [], obeys = true }: Given = {}): Promise<OpenPopup> {
  const beside = { settings: readSettings(written), settingsTroubles: troubles };
  const popup = await openPopup(mainProcess(snapshotOf(['healthy'], Date.now(), 1, beside), { obeys }));
  await popup.user.click(button('Settings'));
  return popup;
}

function push({ main }: OpenPopup, seq: number, written: object): void {
  main.push(snapshotOf(['healthy'], Date.now(), seq, { settings: readSettings(written) }));
}

const change = (key: SettingKey, value: unknown): Action => ({ type: 'change-setting', key, value });

it('offers the text in the menu bar where there is one', async () => {
  const beside = { settings: readSettings({}), settingsTroubles: [] };
  const snapshot = { ...snapshotOf(['healthy'], Date.now(), 1, beside), platform: 'mac' } as const;
  const { main, user } = await openPopup(mainProcess(snapshot));
  await user.click(button('Settings'));
  await user.click(toggle('Text in the menu bar'));
  expect(main.actions).toEqual([change('menuBarText', true)]);
});

it('offers no text in the menu bar elsewhere', async () => {
  await openSettings();
  expect(screen.queryByRole('switch', { name: 'Text in the menu bar' })).toBeNull();
});

describe('a change', () => {
  it.each([
    ['Traffic', change('metrics', false)],
    ['Notifications', change('notifications', false)],
    ['Quiet hours', change('quietHours', { from: '22:00', to: '07:00' })],
    ['Start at login', change('startAtLogin', true)],
  ])('of the switch “%s” is told at once', async (name, action) => {
    const { main, user } = await openSettings();
    await user.click(toggle(name));
    expect(main.actions).toEqual([action]);
  });

  it.each([
    ['Check', 'At a fixed interval', change('interval', 30)],
    ['Raise the alarm', 'After several looks', change('confirmAfter', 3)],
    ['Slow answers', 'From a limit on', change('slowAfter', 1_000)],
    ['Remind me', 'Regularly', change('reminders', 60)],
    ['Colours', 'Dark', change('appearance', 'dark')],
    ['Language', '日本語', change('language', 'ja')],
  ])('of the list “%s” is told at once', async (name, text, action) => {
    const { main, user } = await openSettings();
    await user.selectOptions(list(name), text);
    expect(main.actions).toEqual([action]);
  });

  it.each([
    ['Check', 'Automatically', change('interval', 'auto')],
    ['Raise the alarm', 'As usual', change('confirmAfter', 'auto')],
    ['Slow answers', 'Never', change('slowAfter', 'off')],
    ['Remind me', 'Never', change('reminders', 'off')],
  ])('back in the list “%s” is told, too', async (name, text, action) => {
    const { main, user } = await openSettings({
      written: { interval: 5, confirmAfter: 5, slowAfter: 500, reminders: 5 },
    });
    await user.selectOptions(list(name), text);
    expect(main.actions).toEqual([action]);
  });

  it.each([
    ['Shortcut', 'Ctrl+Alt+P{Enter}', change('shortcut', 'Ctrl+Alt+P')],
    ['Claude CLI', '/opt/claude{Tab}', change('cliPath', '/opt/claude')],
  ])('of the text “%s” is told on Enter or on leaving, once', async (name, keys, action) => {
    const { main, user } = await openSettings();
    await user.type(field(name), keys);
    await user.tab();
    expect(main.actions).toEqual([action]);
  });

  it('of a text to nothing takes the default', async () => {
    const { main, user } = await openSettings({ written: { shortcut: 'Ctrl+Alt+P' } });
    await user.clear(field('Shortcut'));
    await user.tab();
    expect(main.actions).toEqual([change('shortcut', undefined)]);
    expect(main.actions.map(parseAction)).toEqual(main.actions);
  });

  it('of a number is told when it is right', async () => {
    const { main, user } = await openSettings({ written: { interval: 30 } });
    const seconds = field('Seconds between checks');
    await user.clear(seconds);
    await user.type(seconds, '0{Enter}');
    expect(shown('A whole number from 1 to 3,600.')).toBe(true);
    await user.type(seconds, '{Backspace}45{Enter}');
    expect(main.actions).toEqual([change('interval', 45)]);
  });

  it('of the quiet hours takes two different times', async () => {
    const written = { quietHours: { from: '22:00', to: '07:00' } };
    const { main } = await openSettings({ written });
    const from = screen.getByLabelText('From');
    fireEvent.change(from, { target: { value: '07:00' } });
    fireEvent.blur(from);
    expect(shown('Two different times of day, please.')).toBe(true);
    fireEvent.change(from, { target: { value: '23:15' } });
    fireEvent.blur(from);
    expect(main.actions).toEqual([change('quietHours', { from: '23:15', to: '07:00' })]);
  });

  it('that is refused goes back, and says so to eye and ear', async () => {
    const { user } = await openSettings({ obeys: false });
    await user.click(toggle('Start at login'));
    expect(toggle('Start at login').checked).toBe(false);
    expect(toggle('Start at login').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('status').textContent).toBe(english.settings.refused);
    expect(shown(english.settings.refused)).toBe(true);
  });
});

describe('the proxies', () => {
  it('can be named and moved', async () => {
    const { main, user } = await openSettings({ written: TWO });
    await user.type(proxy(1).getByLabelText('Name'), ' Mine {Enter}');
    await user.clear(proxy(2).getByLabelText('Address'));
    await user.type(proxy(2).getByLabelText('Address'), 'HTTP://LocalHost:9000/{Enter}');
    const [first, second] = TWO.targets;
    expect(main.actions).toEqual([
      change('targets', [{ name: 'Mine', url: 'http://localhost:8000' }, second]),
      change('targets', [first, { name: 'Studio', url: 'http://localhost:9000' }]),
    ]);
  });

  it('can be added and removed, with the keyboard alone', async () => {
    const { main, user } = await openSettings({ written: TWO });
    await user.type(field('Add a proxy'), 'http://localhost:4000{Enter}');
    expect(main.actions.at(-1)).toEqual(change('targets', [...TWO.targets, { url: 'http://localhost:4000' }]));
    expect(field('Add a proxy').value).toBe('');
    button('Remove Studio').focus();
    await user.keyboard('{Enter}');
    expect(main.actions.at(-1)).toEqual(change('targets', [TWO.targets[0]]));
    expect(document.activeElement).toBe(field('Add a proxy'));
  });

  it('are judged while they are typed, and never told while they are wrong', async () => {
    const { main, user } = await openSettings({ written: TWO });
    const address = field('Add a proxy');
    await user.type(address, 'localhost:4000');
    expect(shown('Begin it with http:// or https://')).toBe(true);
    expect(address.getAttribute('aria-invalid')).toBe('true');
    await user.keyboard('{Enter}');
    await user.clear(address);
    await user.type(address, 'http://10.0.0.2:8000{Enter}');
    expect(screen.getByRole('status').textContent).toBe('This address is watched already.');
    expect(main.actions).toEqual([]);
  });

  it('go back to the address that holds when a wrong one is left, and the reason stays', async () => {
    const { main, user } = await openSettings({ written: TWO });
    const address = proxy(1).getByLabelText<HTMLInputElement>('Address');
    await user.clear(address);
    await user.type(address, 'nowhere');
    await user.tab();
    expect(address.value).toBe('http://localhost:8000');
    expect(shown('Write it like this: http://localhost:8000')).toBe(true);
    expect(main.actions).toEqual([]);
  });
});

describe('the page', () => {
  it('shows at once what is changed in the file', async () => {
    const popup = await openSettings();
    push(popup, 2, { ...TWO, notifications: false, interval: 90, appearance: 'dark', shortcut: 'Alt+L' });
    expect(proxy(2).getByLabelText<HTMLInputElement>('Name').value).toBe('Studio');
    expect(toggle('Notifications').checked).toBe(false);
    expect(field('Seconds between checks').value).toBe('90');
    expect(list('Colours').value).toBe('dark');
    expect(field('Shortcut').value).toBe('Alt+L');
  });

  it('leaves alone what the user is typing, until that is taken or dropped', async () => {
    const popup = await openSettings({ written: { shortcut: 'Alt+A' } });
    await popup.user.type(field('Shortcut'), 'B');
    push(popup, 2, { shortcut: 'Alt+Z', cliPath: '/opt/claude' });
    expect(field('Shortcut').value).toBe('Alt+AB');
    expect(field('Claude CLI').value).toBe('/opt/claude');
    await popup.user.keyboard('{Escape}');
    expect(field('Shortcut').value).toBe('Alt+Z');
    expect(popup.main.actions).toEqual([]);
    await popup.user.keyboard('{Escape}');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Everything is healthy');
  });

  it('says on top what is wrong with the file', async () => {
    await openSettings({ troubles: [{ key: 'interval', line: 4 }] });
    const region = screen.getByRole('region', { name: 'The settings file has a mistake' });
    expect(within(region).getByText('“interval” in line 4 took its default.')).toBeDefined();
  });

  it('asks once more before everything is set back', async () => {
    const { main, user } = await openSettings();
    await user.click(button('Reset…'));
    expect(focused()).toBe('Keep');
    await user.keyboard('{Enter}');
    expect(main.actions).toEqual([]);
    expect(focused()).toBe('Reset…');
    await user.keyboard('{Enter}');
    await user.click(button('Reset'));
    expect(main.actions).toEqual([{ type: 'reset-settings' }]);
    expect(screen.getByRole('status').textContent).toBe('Everything is as it was in the beginning.');
    expect(screen.queryByRole('button', { name: 'Keep' })).toBeNull();
  });

  it('exports and imports, and says how that ended', async () => {
    const { main, user } = await openSettings();
    await user.click(button('Export…'));
    expect(screen.getByRole('status').textContent).toBe('Exported');
    await user.click(button('Import…'));
    expect(screen.getByRole('status').textContent).toBe('Imported');
    expect(main.actions).toEqual([{ type: 'export-settings' }, { type: 'import-settings' }]);
  });

  it('leads to the words about the program, and back to where one was', async () => {
    const { user, element } = await openSettings();
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
    await user.click(button('About Pilot Light'));
    expect(element.textContent).toContain('0.1.0');
    expect(element.textContent).toContain('not made or endorsed by Anthropic');
    await user.keyboard('{Escape}');
    expect(focused()).toBe('About Pilot Light');
    await user.keyboard('{Escape}');
    expect(focused()).toBe('Settings');
  });

  it.each(['Settings', 'About Pilot Light'])('is accessible: %s', async (page) => {
    const written = { ...TWO, interval: 30, reminders: 60, quietHours: { from: '22:00', to: '07:00' } };
    const { user, element } = await openSettings({ written, troubles: [{}] });
    if (page !== 'Settings') await user.click(button(page));
    const { violations } = await axe.run(element, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations).toEqual([]);
  });
});
