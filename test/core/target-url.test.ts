import { describe, expect, it } from 'vitest';
import { canonicalUrl, isLoopback, portOf } from '../../core/target-url.ts';

describe('canonicalUrl', () => {
  it.each([
    ['http://localhost:8000', 'http://localhost:8000'],
    ['  http://localhost:8000/ ', 'http://localhost:8000'],
    ['http://127.1:8000', 'http://127.0.0.1:8000'],
    ['http://0x7f.1:8000', 'http://127.0.0.1:8000'],
    ['http://[::1]:8000/proxy/', 'http://[::1]:8000/proxy'],
    ['HTTPS://Example.COM:443/a/b?q=1#frag', 'https://example.com/a/b'],
    ['http://bücher.example:80', 'http://xn--bcher-kva.example'],
  ])('inputs 29-30: %s is %s', (typed, url) => {
    expect(canonicalUrl(typed)).toEqual({ ok: true, url });
  });

  it.each([
    ['', 'not-an-address'],
    ['localhost', 'not-an-address'],
    ['localhost:8000', 'not-http'],
    ['file:///etc/passwd', 'not-http'],
    ['ftp://localhost', 'not-http'],
    ['javascript:alert(1)', 'not-http'],
    ['http://u:p@host', 'has-credentials'],
    ['http://[::1', 'not-an-address'],
    ['http://localhost:0', 'bad-port'],
    ['http://localhost:65536', 'not-an-address'],
    ['http://localhost:8000\r\nx', 'not-an-address'],
    [`http://${'a'.repeat(10_000)}`, 'too-long'],
  ])('input 29: %j is refused: %s', (typed, problem) => {
    expect(canonicalUrl(typed)).toEqual({ ok: false, problem });
  });
});

it('knows this computer by its names', () => {
  const hosts = [
    'localhost',
    'proxy.localhost',
    '127.0.0.1',
    '127.1.2.3',
    '[::1]',
    'example.com',
    '10.0.0.1',
    '127.0.0.1.evil',
  ];
  expect(hosts.filter(isLoopback)).toEqual(['localhost', 'proxy.localhost', '127.0.0.1', '127.1.2.3', '[::1]']);
});

it('knows the port that a scheme stands for', () => {
  const addresses = ['http://localhost', 'https://localhost', 'http://localhost:8000', 'https://localhost:80'];
  expect(addresses.map((address) => portOf(new URL(address)))).toEqual([80, 443, 8000, 80]);
});
