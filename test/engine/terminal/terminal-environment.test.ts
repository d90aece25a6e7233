import { expect, it } from 'vitest';
import { terminalEnvironment } from '../../../engine/terminal/terminal-environment.ts';

const DESKTOP = {
  DISPLAY: ':1',
  WAYLAND_DISPLAY: 'wayland-1',
  XAUTHORITY: '/run/auth',
  DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/bus',
  XDG_RUNTIME_DIR: '/run/user/1000',
  XDG_SESSION_TYPE: 'wayland',
  HOME: '/home/ann',
  PATH: '/usr/bin:/bin',
  SHELL: '/bin/zsh',
  LANG: 'de_DE.UTF-8',
  BROWSER: 'firefox',
  CLAUDE_CONFIG_DIR: '/home/ann/other',
  LDAP_SERVER: 'stays: not of the loader',
};

it('is the user’s desktop environment without what Electron and the loader put there', () => {
  const ours = {
    ...DESKTOP,
    XDG_CURRENT_DESKTOP: 'Unity',
    ORIGINAL_XDG_CURRENT_DESKTOP: 'ubuntu:GNOME',
    CHROME_DESKTOP: 'pilot-light.desktop',
    GDK_BACKEND: 'x11',
    NO_AT_BRIDGE: '1',
    ELECTRON_RUN_AS_NODE: '1',
    ELECTRON_OVERRIDE_DIST_PATH: '/dist',
    NODE_OPTIONS: '--require=/evil.js',
    LD_PRELOAD: '/evil.so',
    LD_LIBRARY_PATH: '/tmp/.mount_pilot/usr/lib',
    DYLD_INSERT_LIBRARIES: '/evil.dylib',
    APPDIR: '/tmp/.mount_pilot',
    APPIMAGE: '/home/ann/pilot-light.AppImage',
    ARGV0: 'pilot-light',
    OWD: '/home/ann',
    UNSET: undefined,
  };
  expect(terminalEnvironment(ours)).toEqual({ ...DESKTOP, XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' });
});

it('leaves the desktop its name where Electron did not change it', () => {
  expect(terminalEnvironment({ XDG_CURRENT_DESKTOP: 'KDE' })).toEqual({ XDG_CURRENT_DESKTOP: 'KDE' });
  expect(terminalEnvironment({})).toEqual({});
});
