import type { CliSeen } from './local-sight.ts';

/** How a CLI came onto the computer, and so how it is updated. */
export type Installer = 'native' | 'npm' | 'homebrew' | 'winget';

// The official layouts; a path of none of them tells nothing.
const MARKS: readonly (readonly [Installer, RegExp])[] = [
  ['npm', /[/\\]node_modules[/\\]@anthropic-ai[/\\]claude-code(?:[/\\]|$)/],
  ['homebrew', /[/\\]Caskroom[/\\]claude-code(?:@[a-z]+)?[/\\]/],
  ['winget', /[/\\]WinGet[/\\](?:Links|Packages)[/\\]/i],
  ['native', /[/\\]claude[/\\]versions[/\\]/],
  ['native', /[/\\]\.local[/\\]bin[/\\]claude(?:\.exe)?$/],
];

/** The installer that a CLI came from, by where it lies; nothing where that does not tell. */
export function installerOf({ path, realPath = path }: CliSeen): Installer | undefined {
  return MARKS.find(([, mark]) => mark.test(realPath) || mark.test(path))?.[0];
}
