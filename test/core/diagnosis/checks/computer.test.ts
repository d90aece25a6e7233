import { describe, expect, it } from 'vitest';
import { clock } from '../../../../core/diagnosis/checks/clock.ts';
import { disk } from '../../../../core/diagnosis/checks/disk.ts';
import { loopbackProxy } from '../../../../core/diagnosis/checks/loopback-proxy.ts';
import { notifications } from '../../../../core/diagnosis/checks/notifications.ts';
import { pilotLight } from '../../../../core/diagnosis/checks/pilot-light.ts';
import { settingsFile } from '../../../../core/diagnosis/checks/settings-file.ts';
import { trayHost } from '../../../../core/diagnosis/checks/tray-host.ts';
import type { Service } from '../../../../core/diagnosis/facts.ts';
import { answered, DAY, documentedAnswer, HOUR, judged, NOW, short, WELL, type Row } from '../well.ts';
import { failure } from '../../answers.ts';

describe('loopback-proxy', () => {
  const names = ['HTTP_PROXY', 'all_proxy'];
  it.each<Row>([
    ['none', {}, ['pass', {}]],
    ['excepted', { environment: { proxies: names, excepted: true } }, ['pass', { names }]],
    ['not excepted', { environment: { proxies: names, excepted: false } }, ['loopback-proxied', 'hint', { names }]],
  ])('%s', (_, facts, expected) => expect(short(judged(loopbackProxy, facts))).toEqual(expected));
});

describe('clock', () => {
  const future = documentedAnswer({ claude_cli: { last_check: new Date(NOW + DAY).toISOString() } });
  const past = { clock: { now: NOW, notBefore: NOW + 1 } };
  const told = { contradiction: 'check-from-the-future' };
  it.each<Row>([
    ['plausible', {}, ['pass', { at: NOW }]],
    ['without an answer too', { answer: answered(failure('refused')) }, ['pass', { at: NOW }]],
    ['before this app was built', past, ['clock-wrong', 'degraded', { at: NOW }]],
    ['the proxy lives in the future', { answer: future }, ['contradiction', 'hint', told]],
    ['that is no wonder with a wrong clock', { ...past, answer: future }, ['clock-wrong', 'degraded', { at: NOW }]],
  ])('%s', (_, facts, expected) => expect(short(judged(clock, facts))).toEqual(expected));
});

describe('disk', () => {
  it.each([
    [1e9, ['pass', { bytes: 1e9 }]],
    [1e9 - 1, ['disk-full', 'hint', { bytes: 1e9 - 1 }]],
    [1e8, ['disk-full', 'hint', { bytes: 1e8 }]],
    [1e8 - 1, ['disk-full', 'degraded', { bytes: 1e8 - 1 }]],
    [0, ['disk-full', 'degraded', { bytes: 0 }]],
  ])('%d bytes', (freeBytes, expected) => expect(short(judged(disk, { disk: { freeBytes } }))).toEqual(expected));
});

describe('settings-file', () => {
  it.each<Row>([
    ['read', {}, ['pass', { code: 'ok' }]],
    ['none', { settings: { state: 'absent', ignored: [] } }, ['pass', { code: 'absent' }]],
    [
      'a wrong key',
      { settings: { state: 'ok', ignored: ['theme'] } },
      ['settings-damaged', 'hint', { names: ['theme'] }],
    ],
    ...(['damaged', 'unreadable'] as const).map((state): Row => [
      state,
      { settings: { state, ignored: [] } },
      ['settings-damaged', 'hint', { code: state, names: [] }],
    ]),
  ])('%s', (_, facts, expected) => expect(short(judged(settingsFile, facts))).toEqual(expected));
});

describe('tray-host and notifications', () => {
  it.each<readonly [Service, unknown, unknown]>([
    ['present', ['pass', { code: 'present' }], ['pass', { code: 'present' }]],
    ['unneeded', ['pass', { code: 'unneeded' }], ['pass', { code: 'unneeded' }]],
    ['absent', ['no-tray-host', 'hint', {}], ['no-notifications', 'hint', {}]],
    ['unknown', ['skip', 'cannot-be-seen'], ['skip', 'cannot-be-seen']],
  ])('%s', (service, ofTray, ofNotifications) => {
    const tray = { desktop: { tray: service, notifications: 'present' } } as const;
    const notified = { desktop: { tray: 'present', notifications: service } } as const;
    expect(short(judged(trayHost, tray))).toEqual(ofTray);
    expect(short(judged(notifications, notified))).toEqual(ofNotifications);
  });
});

it('names what would show a tray on this desktop', () => {
  const facts = { desktop: { tray: 'absent', notifications: 'present', traySupplier: 'System Tray' } } as const;
  expect(short(judged(trayHost, facts))).toEqual(['no-tray-host', 'hint', { names: ['System Tray'] }]);
});

describe('pilot-light', () => {
  it.each<Row>([
    ['well', {}, ['pass', { version: '0.1.0', bytes: 98_765_432, ms: 3 * HOUR }]],
    ['troubled', { app: { ...WELL.app, lastErrors: ['a', 'b'] } }, ['app-troubled', 'hint', { count: 2 }]],
  ])('%s', (_, facts, expected) => expect(short(judged(pilotLight, facts))).toEqual(expected));
});
