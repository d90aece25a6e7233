/** What is left of hidden texts, however it is written; nothing where they are gone. */
export function leftOf(hidden: readonly string[], output: string): readonly string[] {
  const readings = readingsOf(output).join('\n');
  const wanted = hidden.flatMap((text) =>
    [text, Array.from(text).toReversed().join('')].map(squeezed).flatMap(windowsOf),
  );
  return wanted.filter((part) => readings.includes(part));
}

const WINDOW = 10;

// A part of a long secret is a leak too.
function windowsOf(whole: string): readonly string[] {
  return whole.length <= WINDOW
    ? [whole]
    : Array.from({ length: whole.length - WINDOW + 1 }, (_, i) => whole.slice(i, i + WINDOW));
}

const squeezed = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{C}\p{Z}]/gu, '')
    .toLowerCase();

/** An output as it is, and as anybody may decode it: with other means than the redactor's own. */
function readingsOf(output: string): readonly string[] {
  const once = new Set([output, ...decodings(output)]);
  return [...new Set([...once, ...[...once].flatMap(decodings)])].map(squeezed);
}

function decodings(text: string): readonly string[] {
  const dense = text.replace(/\s+/g, '');
  const coded = (pattern: RegExp, base: number): string =>
    text.replace(pattern, (_, digits: string) => String.fromCodePoint(Math.min(0xffff, Number.parseInt(digits, base))));
  return [
    coded(/%([0-9a-f]{2})/gi, 16),
    coded(/\\u([0-9a-f]{4})/gi, 16),
    coded(/\\x([0-9a-f]{2})/gi, 16),
    coded(/=([0-9a-f]{2})/gi, 16),
    coded(/&#x([0-9a-f]+);/gi, 16),
    coded(/&#(\d+);/g, 10),
    coded(/\\([0-7]{3})/g, 8),
    coded(/\b(\d{2,3})\b[, ]*/g, 10),
    coded(/\b([0-9a-f]{2})\b[: ]?/gi, 16),
    text.replaceAll('=\n', ''),
    ...[text, dense].flatMap((source) => [
      ...(source.match(/[A-Za-z0-9+/_-]{6,}/g) ?? []).flatMap((run) =>
        [0, 1, 2, 3].map((skip) => Buffer.from(run.slice(skip), 'base64').toString('latin1')),
      ),
      ...(source.match(/(?:[0-9a-f]{2}){4,}/gi) ?? []).map((run) => Buffer.from(run, 'hex').toString('latin1')),
    ]),
  ];
}
