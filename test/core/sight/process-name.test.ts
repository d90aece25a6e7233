import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processName } from '../../../core/sight/process-name.ts';

const SECRET = 'sk-ant-secret';

describe('the name of a process', () => {
  it.each<readonly [string, string, readonly string[], string]>([
    ['nginx', 'nginx', ['nginx', '-g', 'daemon off;'], 'nginx'],
    ['node', 'node', ['node', '/home/me/ccproxy/server.mjs', '--key', SECRET], 'node server.mjs'],
    ['node', 'node', ['node', '--inspect=0', '-r', './hook.js', 'dist/main.cjs'], 'node main.cjs'],
    ['MainThread', 'node', ['node', 'server.js'], 'node server.js'],
    ['node-MainThread', 'node', ['node', '/usr/lib/node_modules/.bin/next'], 'node next'],
    ['python3', 'python3.12', ['python3', '-m', 'http.server', '8000'], 'python3 http.server'],
    ['python3', 'python3.12', ['python3', '-Im', 'uvicorn', 'app:app'], 'python3 uvicorn'],
    ['uvicorn', 'python3.12', ['/usr/bin/python3', '/home/me/.venv/bin/uvicorn', 'app:app'], 'uvicorn'],
    ['claude-code-pro', 'python3.12', ['python3', '/usr/bin/claude-code-proxy'], 'claude-code-proxy'],
    ['bun', 'bun', ['bun', 'run', 'proxy.ts'], 'bun proxy.ts'],
    ['deno', 'deno', ['deno', 'run', '--allow-net', 'proxy.ts'], 'deno proxy.ts'],
    ['deno', 'deno', ['deno', 'run', `https://me:${SECRET}@x/proxy.ts?key=${SECRET}/x.ts`], 'deno proxy.ts'],
    ['ruby', 'ruby3.1', ['ruby', 'serve.rb'], 'ruby serve.rb'],
    ['my proxy', 'node', ['my proxy'], 'my proxy'],
    ['my proxy', 'node', ['node', 'server.js'], 'my proxy'],
    ['node', '', ['node', 'server.js'], 'node server.js'],
    ['', 'nginx', [], 'nginx'],
  ])('%s (%s) %j is %s', (comm, program, args, name) => {
    expect(processName({ comm, program, args })).toBe(name);
  });

  it.each<readonly [string, ...(readonly string[])]>([
    ['node', '-e', `const key = "/${SECRET}.js"`],
    ['node', '-pe', `${SECRET}.js`],
    ['python3', '-c', `${SECRET}.py`],
    ['python3', '-Ic', `${SECRET}.py`],
    ['python3', '-', `${SECRET}.py`],
    ['python3', '-m', `${SECRET}; x`],
    ['node', SECRET, 'server.js'],
    ['node', '--api-key', SECRET],
    ['node', `--api-key=/${SECRET}.js`],
    ['node', 'http://me:secret@proxy/'],
  ])('%s %s: nothing of its arguments is told', (program, ...args) => {
    expect(processName({ comm: program, program, args: [program, ...args] })).toBe(program);
  });

  it('is plain and at most 60 graphemes', () => {
    expect(processName({ comm: 'a\u202Eb\n\u0000c\uFFFE', args: [] })).toBe('ab c');
    expect(processName({ comm: 'node', args: ['node', `/${'x'.repeat(200)}.js`] })).toHaveLength(60);
  });

  it('holds no more of the arguments than one base name or module', () => {
    const word = fc.string({ minLength: 12, maxLength: 20 }).filter((text) => !text.includes('/'));
    fc.assert(
      fc.property(fc.array(word), (args) => {
        const name = processName({ comm: 'node', program: 'node', args: ['node', 'server.js', ...args] });
        expect(name).toBe('node server.js');
      }),
    );
  });
});
