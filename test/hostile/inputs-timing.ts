import type { Inputs } from './hostile-input.ts';
import { drips, floods, GREEN, head, saysAndEnds } from './wire.ts';

const CHUNKED = head({ headers: ['Content-Type: application/json', 'Transfer-Encoding: chunked'] });
const LENGTH = `Content-Length: ${GREEN.length}`;

const KIB_64 = 65_536;
const CHUNK_64_KIB = `${KIB_64.toString(16)}\r\n${' '.repeat(KIB_64)}\r\n`;

/** 12-16 and 20: answers that never end, or end too soon. */
export const TIMING: Inputs = {
  '12a': { what: 'a body of one byte in 10 s', serve: drips(head({ headers: [LENGTH] }), GREEN, 10_000) },
  '12b': { what: 'a body byte by byte', serve: drips(head({ headers: [LENGTH] }), GREEN, 40) },
  '12c': { what: 'a chunked body byte by byte, without end', serve: drips(CHUNKED, '1\r\n{\r\n', 20) },
  '12d': { what: 'interim answers without end', serve: drips('', 'HTTP/1.1 102 Processing\r\n\r\n', 2) },
  '12e': {
    what: 'a whole healthy body whose end never comes',
    serve: drips(`${CHUNKED}${chunk(GREEN)}`, ' ', 100_000),
  },
  '13': { what: 'a header byte by byte, without end', serve: drips('HTTP/1.1 200 OK\r\nX-Slow: ', undefined, 40) },
  '14': { what: 'nothing at all', serve: () => {} },
  '15a': { what: 'an endless chunked body', serve: floods(CHUNKED, CHUNK_64_KIB) },
  '15b': { what: 'an endless body without length', serve: floods(`${head({})}${GREEN}`, ' '.repeat(KIB_64)) },
  '15c': { what: 'endless chunks of one byte', serve: floods(CHUNKED, '1\r\n \r\n'.repeat(2_000)) },
  '15d': { what: 'an endless header', serve: floods('HTTP/1.1 200 OK\r\nX-Long: ', 'x'.repeat(KIB_64)) },
  '15e': {
    what: 'endless trailers',
    serve: floods(`${CHUNKED}${chunk(GREEN)}0\r\n`, 'X-Trailer: x\r\n'.repeat(1_000)),
  },
  '16a': { what: '1 GB announced, nothing sent', serve: drips(gigabyte(), undefined, 100_000) },
  '16b': {
    what: '1 GB announced, healthy and then spaces',
    serve: floods(`${gigabyte()}${GREEN}`, ' '.repeat(KIB_64)),
  },
  '20a': { what: 'nothing listens', serve: 'refuse' },
  '20b': { what: 'reset on accept', serve: (socket) => void socket.resetAndDestroy(), unasked: true },
  '20c': { what: 'closed on accept', serve: (socket) => void socket.end(), unasked: true },
  '20d': { what: 'closed instead of an answer', serve: (socket) => void socket.end() },
  '20e': { what: 'reset instead of an answer', serve: (socket) => void socket.resetAndDestroy() },
  '20f': {
    what: 'reset in the middle of the body',
    serve: (socket) => void socket.write(`${head({ headers: [LENGTH] })}{"status":`, () => socket.resetAndDestroy()),
  },
  '20g': { what: 'shorter than announced', serve: saysAndEnds(head({ headers: ['Content-Length: 5000'] }) + GREEN) },
  '20h': { what: 'ends after the headers', serve: saysAndEnds(head({ headers: [LENGTH] })) },
  '20i': { what: 'ends in the headers', serve: saysAndEnds('HTTP/1.1 200 OK\r\nContent-Ty') },
  '20j': { what: 'chunked, ends without the last chunk', serve: saysAndEnds(`${CHUNKED}${chunk(GREEN)}`) },
};

function chunk(text: string): string {
  return `${text.length.toString(16)}\r\n${text}\r\n`;
}

function gigabyte(): string {
  return head({ headers: ['Content-Type: application/json', `Content-Length: ${1024 ** 3}`] });
}
