import { connect } from 'node:net';
import type { ConnectOutcome } from '../../core/diagnosis/facts.ts';
import type { Clock } from '../clock.ts';
import { errorCode } from '../processes/error-code.ts';

const LIMIT_MS = 1_000;
const REFUSALS: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ECONNRESET']);

/**
 * Whether something takes connections at an address of this computer. Nothing is sent, and the connection is closed at
 * once: a server that serves one at a time is not held up. Takes at most a second; never rejects.
 */
export function connectTo(host: '127.0.0.1' | '::1', port: number, clock: Clock): Promise<ConnectOutcome> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (outcome: ConnectOutcome): void => {
      stopTimer();
      socket.destroy();
      resolve(outcome);
    };
    const stopTimer = clock.after(LIMIT_MS, () => end('silent'));
    socket.once('connect', () => end('open'));
    // Where a family is switched off there is no such address.
    socket.on('error', (error) => end(REFUSALS.has(errorCode(error) ?? '') ? 'refused' : 'failed'));
  });
}
