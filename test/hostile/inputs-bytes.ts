import { gzipSync } from 'node:zlib';
import type { Inputs } from './hostile-input.ts';
import { answer, GREEN, head, json, says } from './wire.ts';

const VALID = 'the body is what it is, whatever the header calls it';

const typed = (...types: readonly string[]) =>
  says(head({ headers: [...types.map((type) => `Content-Type: ${type}`), `Content-Length: ${GREEN.length}`] }) + GREEN);

// A gzip stream may have many members: 13 of 32 MiB unpack to over 400 MB. Packed once, and only when it is served.
let packed: Buffer | undefined;
function bomb(): Buffer {
  if (packed === undefined) {
    const member = gzipSync(Buffer.alloc(32 * 1024 * 1024, ' '));
    packed = Buffer.concat([gzipSync(GREEN), ...Array.from({ length: 13 }, () => member)]);
  }
  return packed;
}

/** 17, 25-27 and 31: bytes that are not the JSON they are sent as. */
export const BYTES: Inputs = {
  '17a': { what: 'a gzip bomb', serve: (socket, path) => says(encoded('gzip', bomb()))(socket, path) },
  '17b': { what: 'a small gzip body', serve: says(encoded('gzip', gzipSync(GREEN))) },
  '17c': { what: 'junk called br', serve: says(encoded('br', Buffer.from(GREEN))) },
  '17d': { what: 'plain JSON called gzip', serve: says(encoded('gzip', Buffer.from(GREEN))) },
  '25a': { what: 'JSON as text/html', serve: typed('text/html'), mayBeGreen: VALID },
  '25b': { what: 'JSON without a type', serve: typed(), mayBeGreen: VALID },
  '25c': { what: 'application/health+json', serve: typed('application/health+json'), mayBeGreen: VALID },
  '25d': { what: 'JSON as text/plain', serve: typed('text/plain'), mayBeGreen: VALID },
  '25e': { what: 'two types', serve: typed('application/json', 'application/health+json'), mayBeGreen: VALID },
  '26a': { what: 'a UTF-8 BOM', serve: json(`\uFEFF${GREEN}`), mayBeGreen: 'RFC 8259, 8.1: a reader may ignore it' },
  '26b': { what: 'UTF-16 LE', serve: says(answer(Buffer.from(GREEN, 'utf16le'))) },
  '26c': { what: 'UTF-16 LE with BOM', serve: says(answer(Buffer.from(`\uFEFF${GREEN}`, 'utf16le'))) },
  '26d': { what: 'invalid UTF-8 in a text', serve: says(answer(spoiled(Buffer.from([0xc3, 0x28])))) },
  '26e': { what: 'Latin-1', serve: says(answer(spoiled(Buffer.from('André', 'latin1')))) },
  '27a': {
    what: 'cookies and policies',
    serve: json(GREEN, {
      headers: ['Set-Cookie: a=b; Max-Age=999999', 'Strict-Transport-Security: max-age=9', 'Clear-Site-Data: "*"'],
    }),
    mayBeGreen: 'they are not looked at',
  },
  '27b': {
    what: '401 with a challenge',
    serve: json(GREEN, { status: '401 Unauthorized', headers: ['WWW-Authenticate: Basic realm="x"'] }),
  },
  '27c': {
    what: '407 with a challenge',
    serve: json(GREEN, { status: '407 Proxy Authentication Required', headers: ['Proxy-Authenticate: Negotiate'] }),
  },
  ...Object.fromEntries(
    notJson().map(([what, body], i) => [`31${'abcdefghijklmnopqrstuvwxyz'.charAt(i)}`, { what, serve: json(body) }]),
  ),
};

function encoded(encoding: string, bytes: Buffer): Buffer {
  return answer(bytes, { headers: [`Content-Encoding: ${encoding}`] });
}

// A healthy answer with these bytes as the text of one harmless field.
function spoiled(bytes: Buffer): Buffer {
  const [before = '', after = ''] = GREEN.replace('"version":"1.0.0"', '"version":"MARK"').split('MARK');
  return Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)]);
}

function notJson(): readonly (readonly [string, string])[] {
  const cut = GREEN.slice(0, -1);
  return [
    ['cut by one byte', cut],
    ['cut in the middle', GREEN.slice(0, GREEN.length / 2)],
    ['a comma at the end', `${cut},}`],
    ['a comma at the start', `{,${GREEN.slice(1)}`],
    ['single quotes', GREEN.replaceAll('"', "'")],
    ['names without quotes', GREEN.replaceAll(/"(\w+)":/g, '$1:')],
    ['a comment', `${GREEN} // fine`],
    ['two documents', `${GREEN}\n${GREEN}`],
    ['NUL behind', `${GREEN}\u0000`],
    ['NaN', `${cut},"n":NaN}`],
    ['a plus sign', `${cut},"n":+1}`],
    ['a leading zero', `${cut},"n":01}`],
    ['hex', `${cut},"n":0x1}`],
    ['a raw line break in a text', `${cut},"n":"a\nb"}`],
    ['a bad escape', `${cut},"n":"\\x41"}`],
    ['an unpaired quote', `${cut},"n":"}`],
    ['a closing bracket too much', `${GREEN}}`],
    ['a guard against inclusion', `)]}',\n${GREEN}`],
    ['JSONP', `callback(${GREEN})`],
    ['True', `${cut},"n":True}`],
    ['a no-break space', `\u00A0${GREEN}`],
    ['100,000 open arrays', '['.repeat(100_000)],
    ['Python', GREEN.replaceAll('"', "'").replaceAll('true', 'True')],
  ];
}
