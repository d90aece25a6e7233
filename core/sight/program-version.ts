const VERSION = /^v?(\d{1,6})\.(\d{1,6})\.(\d{1,6})(?:-[0-9A-Za-z.-]{1,40})?$/;

/** Whether a text is a version as programs carry it: three numbers, a `v` before and a pre-release behind allowed. */
export function isVersion(text: string): boolean {
  return VERSION.test(text);
}

/** The version that the path of an installed CLI carries, without `v`: its own file name or its cask's folder. */
export function versionInPath(path: string): string | undefined {
  const parts = path.split(/[/\\]/);
  const [owner = '', parent = '', file = ''] = parts.slice(-3);
  // Native installer: `claude/versions/2.1.330` is the program itself.
  const native = file.replace(/\.exe$/i, '');
  if (owner === 'claude' && parent === 'versions' && isVersion(native)) return withoutV(native);
  // Homebrew: `Caskroom/claude-code@latest/2.1.330/claude`.
  return /^claude-code(?:@[a-z]+)?$/.test(owner) && isVersion(parent) ? withoutV(parent) : undefined;
}

/** Orders versions, older first; a pre-release before its release, and what is no version before everything. */
export function compareVersions(left: string, right: string): number {
  const [a, b] = [numbers(left), numbers(right)];
  const differing = a.findIndex((value, index) => value !== b[index]);
  return differing < 0 ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0);
}

function numbers(version: string): readonly number[] {
  const match = VERSION.exec(version);
  if (match === null) return [-1, -1, -1, 0];
  return [Number(match[1]), Number(match[2]), Number(match[3]), version.includes('-') ? 0 : 1];
}

function withoutV(version: string): string {
  return version.replace(/^v/, '');
}
