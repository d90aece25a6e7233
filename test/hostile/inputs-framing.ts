import type { Inputs } from './hostile-input.ts';
import { answer, drips, GREEN, head, json, says, saysAndEnds } from './wire.ts';

const LENGTH = `Content-Length: ${GREEN.length}`;

const withHeaders = (...headers: readonly string[]) => says(head({ headers }) + GREEN);

const redirect = (status: string, location: string) =>
  says(answer(GREEN, { status: `${status} Moved`, headers: [`Location: ${location}`] }));

/** 18-24: answers whose frame is wrong, that point elsewhere, or that are not HTTP. */
export const FRAMING: Inputs = {
  '18a': { what: 'a redirect to itself', serve: redirect('302', '/health/detailed') },
  ...Object.fromEntries(
    ['301', '302', '303', '307', '308'].map((status, i) => [
      `18${'bcdef'.charAt(i)}`,
      { what: `${status} to another loopback port`, serve: redirect(status, 'http://127.0.0.1:9/health') },
    ]),
  ),
  '18g': { what: '304 without a question', serve: says(head({ status: '304 Not Modified' })) },
  '19a': { what: 'Location: file:', serve: redirect('302', 'file:///etc/passwd') },
  '19b': { what: 'Location: data:', serve: redirect('302', 'data:application/json,{"status":"healthy"}') },
  '19c': { what: 'Location: no address', serve: redirect('302', 'http://[::1') },
  '21a': { what: 'two different lengths', serve: withHeaders(LENGTH, 'Content-Length: 5') },
  '21b': { what: 'length and chunked', serve: withHeaders(LENGTH, 'Transfer-Encoding: chunked') },
  '21c': {
    what: 'a bad chunk size',
    serve: says(`${head({ headers: ['Transfer-Encoding: chunked'] })}zz\r\n${GREEN}`),
  },
  '21d': { what: 'length -1', serve: withHeaders('Content-Length: -1') },
  '21e': { what: 'a length of 20 digits', serve: withHeaders('Content-Length: 99999999999999999999') },
  '21f': { what: 'bytes after the body', serve: says(`${answer(GREEN).toString()}and more`) },
  '21g': { what: 'a second answer behind the first', serve: says(answer(GREEN).toString().repeat(2)) },
  '21h': {
    what: 'a chunk size of 17 digits',
    serve: withHeaders('Transfer-Encoding: chunked', '', 'fffffffffffffffff'),
  },
  '21i': { what: 'length in hex', serve: withHeaders('Content-Length: 0x10') },
  '22a': { what: 'a header of 200 KB', serve: withHeaders(LENGTH, `X-Long: ${'x'.repeat(200_000)}`) },
  '22b': { what: '5,000 headers', serve: withHeaders(LENGTH, ...Array.from({ length: 5_000 }, (_, i) => `X-${i}: 1`)) },
  '22c': { what: 'NUL in a header', serve: withHeaders(LENGTH, 'X-Nul: a\u0000b') },
  '22d': {
    what: 'a reason that is not ASCII',
    serve: json(GREEN, { status: '200 Très bien' }),
    mayBeGreen: 'RFC 9112, 4: obs-text is allowed there',
  },
  '22e': { what: 'a header without a colon', serve: withHeaders(LENGTH, 'nonsense') },
  '22f': { what: 'a space before the colon', serve: withHeaders('Content-Length : 5') },
  '23a': {
    what: 'HTTP/1.0 without a length',
    serve: saysAndEnds(head({ version: 'HTTP/1.0' }) + GREEN),
    mayBeGreen: 'valid: the end of the connection is the end of the body',
  },
  '23b': { what: 'HTTP/0.9: only a body', serve: saysAndEnds(GREEN) },
  '23c': { what: 'HTTP/2 frames', serve: says(Buffer.from('000000040000000000', 'hex')) },
  '23d': { what: '5 KB of 0xFF', serve: says(Buffer.alloc(5_120, 0xff)) },
  '23e': { what: 'HTTP/9.9', serve: json(GREEN, { version: 'HTTP/9.9' }) },
  '23f': { what: 'a radio station', serve: says(`ICY 200 OK\r\n\r\n${GREEN}`) },
  '23g': {
    what: 'another protocol, unasked',
    serve: says(head({ status: '101 Switching Protocols', headers: ['Upgrade: x', 'Connection: upgrade'] }) + GREEN),
  },
  '23h': { what: 'an SSH server', serve: drips('SSH-2.0-OpenSSH_9.2\r\n', undefined, 100_000), unasked: true },
  '23i': { what: 'status 2xx', serve: says(`HTTP/1.1 2xx OK\r\n${LENGTH}\r\n\r\n${GREEN}`) },
  '23j': { what: 'status 000', serve: json(GREEN, { status: '000 Nothing' }) },
  '23k': { what: 'status 999', serve: json(GREEN, { status: '999 Everything' }) },
  '24a': { what: 'TLS on the http port', serve: json(GREEN), tls: { certificate: 'self-signed', url: 'http' } },
  '24b': { what: 'a self-signed certificate', serve: json(GREEN), tls: { certificate: 'self-signed', url: 'https' } },
  '24c': { what: 'an expired certificate', serve: json(GREEN), tls: { certificate: 'expired', url: 'https' } },
  '24d': {
    what: 'a certificate of another name',
    serve: json(GREEN),
    tls: { certificate: 'wrong-name', url: 'https' },
  },
  '24e': { what: 'https asked, http spoken', serve: json(GREEN), unasked: true, watchedAsHttps: true },
  '24f': { what: 'https asked, silence', serve: () => {}, unasked: true, watchedAsHttps: true },
};
