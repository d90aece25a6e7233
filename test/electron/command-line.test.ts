import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../electron/command-line.ts';

describe('readCommandLine', () => {
  it('asks for nothing special when there is nothing', () => {
    expect(readCommandLine([], false)).toEqual({ ok: true, options: { reportLights: false } });
  });

  it('reads all of its switches, beside those of Chromium', () => {
    const args = ['--no-sandbox', '--user-data-dir=/tmp/x', '.', '--url=http://127.1:8000/', '--report-lights'];
    expect(readCommandLine([...args, '--picture=out/popup.png'], false)).toEqual({
      ok: true,
      options: { reportLights: true, url: 'http://127.0.0.1:8000', picture: 'out/popup.png' },
    });
  });

  it('takes a value after a space too', () => {
    expect(readCommandLine(['--url', 'http://localhost:9'], false)).toMatchObject({
      ok: true,
      options: { url: 'http://localhost:9' },
    });
  });

  it.each([['--url'], ['--url='], ['--url=localhost'], ['--url=ftp://localhost'], ['--url=http://a:b@localhost']])(
    'refuses %s',
    (arg) => {
      expect(readCommandLine([arg], false)).toMatchObject({ ok: false });
    },
  );

  it('makes no pictures of what was packaged, and none without a path', () => {
    expect(readCommandLine(['--picture=x.png'], true)).toMatchObject({ ok: false });
    expect(readCommandLine(['--picture'], false)).toMatchObject({ ok: false });
  });
});
