import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { installerOf, type Installer } from '../../../core/sight/installer.ts';

type Expected = Installer | undefined;
const of = (path: string, realPath?: string): Expected =>
  installerOf({ path, source: 'path', state: 'program', ...(realPath !== undefined && { realPath }) });

const NPM_WINDOWS = 'C:\\Users\\Me\\AppData\\Roaming\\npm';

describe('the installer of a CLI', () => {
  it.each<readonly [string, string | undefined, Expected]>([
    ['/home/me/.local/bin/claude', '/home/me/.local/share/claude/versions/2.1.330', 'native'],
    ['/home/me/.local/bin/claude', undefined, 'native'],
    ['C:\\Users\\Me\\.local\\bin\\claude.exe', undefined, 'native'],
    ['/usr/local/bin/claude', '/usr/local/lib/node_modules/@anthropic-ai/claude-code/cli.js', 'npm'],
    ['/home/me/.local/bin/claude', '/home/me/.local/lib/node_modules/@anthropic-ai/claude-code/bin/claude.exe', 'npm'],
    ['/home/me/.claude/local/claude', '/home/me/.claude/local/node_modules/@anthropic-ai/claude-code/cli.js', 'npm'],
    [`${NPM_WINDOWS}\\claude.cmd`, `${NPM_WINDOWS}\\node_modules\\@anthropic-ai\\claude-code\\bin\\claude.exe`, 'npm'],
    ['/opt/homebrew/bin/claude', '/opt/homebrew/Caskroom/claude-code/2.1.330/claude', 'homebrew'],
    ['/usr/local/bin/claude', '/usr/local/Caskroom/claude-code@latest/2.1.330/claude', 'homebrew'],
    ['C:\\Users\\Me\\AppData\\Local\\Microsoft\\WinGet\\Links\\claude.exe', undefined, 'winget'],
    [
      'C:\\x\\claude.exe',
      'C:\\Users\\Me\\AppData\\Local\\Microsoft\\WinGet\\Packages\\Anthropic.ClaudeCode_x\\claude.exe',
      'winget',
    ],
    ['/usr/bin/claude', undefined, undefined],
    ['/snap/bin/claude', undefined, undefined],
    ['/usr/bin/claude', '/usr/lib/claude/claude', undefined],
    ['/opt/homebrew/bin/claude', '/opt/homebrew/Caskroom/claude/1.0/claude', undefined],
    ['/usr/bin/claude', '/usr/lib/node_modules/@anthropic-ai/claude-code-old/cli.js', undefined],
    ['/usr/bin/claude', '/usr/lib/node_modules/claude-code/cli.js', undefined],
    ['/home/me/.local/bin/claude-old', undefined, undefined],
  ])('%s (%s): %s', (path, realPath, expected) => {
    expect(of(path, realPath)).toBe(expected);
  });

  it('is told for any home', () => {
    const folder = fc.array(fc.stringMatching(/^[\w .-]{1,12}$/), { maxLength: 4 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(folder, (home) => {
        expect(of(`/${home}/.local/share/claude/versions/2.1.330`)).toBe('native');
        expect(of('/usr/bin/claude', `/${home}/node_modules/@anthropic-ai/claude-code/cli.js`)).toBe('npm');
      }),
    );
  });
});
