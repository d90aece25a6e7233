import { describe, expect, it } from 'vitest';
import { isExcepted, webProxies } from '../../../core/sight/web-proxy.ts';

describe('webProxies', () => {
  it('names the variables that are set to something', () => {
    expect(webProxies({ http_proxy: 'http://proxy:3128', HTTP_PROXY: '', ALL_PROXY: 'socks5://proxy' })).toEqual([
      'http_proxy',
      'ALL_PROXY',
    ]);
    expect(webProxies({ HTTPS_PROXY: 'http://proxy:3128' })).toEqual([]);
  });
});

describe('isExcepted', () => {
  it.each([
    ['localhost', 'localhost', true],
    ['localhost', 'localhost,127.0.0.1', true],
    ['localhost', '127.0.0.1', false],
    ['127.0.0.1', ' localhost , 127.0.0.1 ', true],
    ['[::1]', '::1', true],
    ['[::1]', '[::1]:8000', true],
    ['localhost', 'LocalHost:8000', true],
    ['proxy.example.com', '.example.com', true],
    ['proxy.example.com', '*.example.com', true],
    ['example.com', 'notexample.com', false],
    ['notexample.com', 'example.com', false],
    ['anything', '*', true],
    ['localhost', '', false],
    ['localhost', ',', false],
  ])('%s by "%s": %s', (host, list, is) => {
    expect(isExcepted(host, { NO_PROXY: list })).toBe(is);
    expect(isExcepted(host, { no_proxy: list, NO_PROXY: '*' })).toBe(is);
  });

  it('is not so where no list is set', () => {
    expect(isExcepted('localhost', {})).toBe(false);
  });
});
