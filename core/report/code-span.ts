/**
 * A text of one line as a code span of Markdown, in which nothing has a meaning: no link, no picture, no HTML, no mention.
 * Its fence is longer than any run of backticks inside (CommonMark 0.31, section 6.1).
 */
export function codeSpan(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(runs.reduce((longest, run) => Math.max(longest, run.length), 0) + 1);
  const room = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${room}${text === '' ? '-' : text}${room}${fence}`;
}
