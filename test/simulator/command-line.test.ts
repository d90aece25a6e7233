import { describe, expect, it } from 'vitest';
import { readCommand, usage } from './command-line.ts';
import { uptimeText } from './moment.ts';
import { SCENARIOS } from './scenarios.ts';

describe('the command line of the simulator', () => {
  it('plays a healthy proxy on port 8000 when nothing is said', () => {
    const start = { scenario: 'healthy', options: {}, port: 8000, host: '127.0.0.1', control: false };
    expect(readCommand([])).toEqual({ kind: 'start', start });
  });

  it('reads every flag', () => {
    const argv = ['slow', '--port', '0', '--host', '::1', '--control', '--uptime', '2h 15m 30s'];
    const options = { uptime: '2h 15m 30s', delay: 700, loggedIn: false, error: 'a=b' };
    const start = { scenario: 'slow', options, port: 0, host: '::1', control: true };
    const set = ['--set', 'delay=700', '--set', 'loggedIn=false', '--set', 'error=a=b'];
    expect(readCommand([...argv, ...set])).toEqual({ kind: 'start', start });
  });

  it.each([
    [['nope']],
    [['healthy', 'slow']],
    [['--port', '65536']],
    [['--port', 'x']],
    [['--wrong']],
    [['--set', 'delay']],
    [['--set', 'delay=soon']],
    [['--set', 'colour=red']],
    [['--uptime', 'long']],
  ])('%j is wrong, and it is said why', (argv) => {
    expect(readCommand(argv)).toMatchObject({ kind: 'wrong', why: expect.stringMatching(/\w/) });
  });

  it('lists every scenario', () => {
    for (const name of Object.keys(SCENARIOS)) expect(usage()).toContain(`  ${name} `);
  });
});

describe('uptimeText', () => {
  it.each([
    [0, '0s'],
    [59.9, '59s'],
    [60, '1m 0s'],
    [8_130, '2h 15m 30s'],
    [360_000, '100h 0m 0s'],
  ])('%d s is %s', (seconds, text) => {
    expect(uptimeText(seconds)).toBe(text);
  });
});
