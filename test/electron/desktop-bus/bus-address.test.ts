import { describe, expect, it } from 'vitest';
import { busAddress } from '../../../electron/desktop-bus/bus-address.ts';

const at = (address: string): string | undefined => busAddress({ DBUS_SESSION_BUS_ADDRESS: address });

describe('busAddress', () => {
  it.each([
    ['unix:path=/run/user/1000/bus', 'unix:path=/run/user/1000/bus'],
    ['unix:path=/tmp/dbus-A0q,guid=4c3d2702522aad32423377376b05f80c', 'unix:path=/tmp/dbus-A0q'],
    ['unix:guid=4c3d,abstract=/tmp/dbus-A0q', 'unix:abstract=/tmp/dbus-A0q'],
    ['unix:path=/tmp/a%20b', 'unix:path=/tmp/a b'],
    ['tcp:host=127.0.0.1,port=1;unix:path=/tmp/bus', 'unix:path=/tmp/bus'],
  ])('%s', (told, address) => {
    expect(at(told)).toBe(address);
  });

  it.each([
    'unixexec:path=/bin/sh,arg1=-c,arg2=id',
    'tcp:host=evil.example,port=80',
    'nonce-tcp:host=127.0.0.1,port=1,noncefile=/etc/passwd',
    'autolaunch:',
    'launchd:env=X',
    'unix:',
    'unix:path=',
    'unix:runtime=yes',
    'unix:path=/tmp/%zz',
    'unix:path=/tmp/a%2Cb',
    'disabled:',
    '/tmp/bus',
  ])('talks to nobody at %s', (told) => {
    expect(at(told)).toBeUndefined();
  });

  it('finds the bus of systemd when no variable tells of another', () => {
    const env = { XDG_RUNTIME_DIR: '/run/user/1000' };
    expect(busAddress(env)).toBe('unix:path=/run/user/1000/bus');
    expect(busAddress({ ...env, DBUS_SESSION_BUS_ADDRESS: '' })).toBe('unix:path=/run/user/1000/bus');
    expect(busAddress({ ...env, DBUS_SESSION_BUS_ADDRESS: 'tcp:host=a' })).toBeUndefined();
    expect(busAddress({ XDG_RUNTIME_DIR: 'relative' })).toBeUndefined();
    expect(busAddress({})).toBeUndefined();
  });
});
