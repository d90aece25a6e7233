import { spansOf, type Detector } from './span.ts';

// One separator or several: JSON and shells double them.
const SEP = String.raw`[\\/]{1,4}`;
const NAME = String.raw`[^\\/\s"'\x60:*?<>|,;()[\]{}&%$=]{1,64}`;
// On Windows a name may have spaces: it ends at the next separator.
const SPACED = String.raw`(?:[^\\/"'\x60:*?<>|\n]{1,64}(?=[\\/])|${NAME})`;
// Homes that are nobody's, and the one under which Homebrew keeps its programs on Linux.
const NOBODY = String.raw`(?!(?:linuxbrew|Shared|Public|Default|All Users|Default User)(?![\w.-]))`;
const BEFORE = String.raw`(?:${SEP}(?:mnt${SEP}[a-z]|[a-z]|var|export|usr|host|private|System${SEP}Volumes${SEP}Data))?`;

const HOMES: readonly RegExp[] = [
  new RegExp(String.raw`(?:(?<![A-Za-z0-9])${BEFORE})?${SEP}(?:home|HOME)${SEP}${NOBODY}${NAME}`, 'g'),
  new RegExp(String.raw`(?:(?<![A-Za-z0-9])${BEFORE})?${SEP}(?:Users|USERS)${SEP}${NOBODY}${NAME}`, 'g'),
  new RegExp(
    String.raw`(?<![A-Za-z])(?:[\\/]{2,4}[?.]${SEP})?[A-Z]:${SEP}(?:Users|Documents and Settings)${SEP}${NOBODY}${SPACED}`,
    'gi',
  ),
  new RegExp(String.raw`(?<![\w.~-])(?:${SEP}(?:var|private${SEP}var))?${SEP}root(?![\w.-])`, 'g'),
  /(?<![\w/\\.-])~(?!\d)[\p{L}_][\p{L}\p{N}_.-]{0,63}(?=[\\/])/gu,
  // The folder in which the CLI keeps the sessions of a project is named after the project's path.
  /(?<![A-Za-z0-9])-(?:home|Users)-(?!linuxbrew|Shared|Public)[\p{L}\p{N}_.]{1,64}(?=-)/gu,
];

/** Finds the home folders of anybody, on any system. */
export const homeFolders: Detector = (text) => HOMES.flatMap((pattern) => spansOf(text, pattern, '~'));
