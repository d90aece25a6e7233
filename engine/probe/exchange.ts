import { request as requestHttp, type ClientRequest, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { ProbeResult } from '../../core/health/probe-result.ts';
import type { Clock } from '../clock.ts';
import { answerHeaders } from './answer-headers.ts';
import { failureOfError, type NamedFailure } from './failure-of-error.ts';
import { PAGES } from './pages.ts';
import type { ProbeRequest } from './probe-request.ts';
import { requestOptions, type ConnectOptions } from './request-options.ts';
import { countRequest } from './requests-sent.ts';
import { receiveBody } from './receive-body.ts';
import { secureHttp } from './secure-http.ts';

/** One request and how it went on the wire. */
export interface Exchange {
  readonly result: ProbeResult;
  /** True when it went over a connection that had served before. */
  readonly reused: boolean;
  /** True when not one byte came back. */
  readonly silent: boolean;
  readonly socket?: Socket;
}

/** Makes one request and reads its answer. Never rejects: everything that can happen is a result. */
export function exchange(request: ProbeRequest, clock: Clock): Promise<Exchange> {
  return new Promise((resolve) => new Attempt(request, clock, resolve).start());
}

class Attempt {
  readonly #request: ProbeRequest;
  readonly #clock: Clock;
  readonly #resolve: (exchange: Exchange) => void;
  readonly #startedAt: number;
  readonly #cancel = (): void => this.#fail({ failure: 'cancelled' });
  #client: ClientRequest | undefined;
  #socket: Socket | undefined;
  #bytesBefore = 0;
  #isConnected = false;
  #callOffDeadline: () => void = () => {};
  #settled = false;

  constructor(request: ProbeRequest, clock: Clock, resolve: (exchange: Exchange) => void) {
    this.#request = request;
    this.#clock = clock;
    this.#resolve = resolve;
    this.#startedAt = clock.monotonic();
  }

  start(): void {
    const { signal, deadlineMs } = this.#request;
    if (signal?.aborted === true) {
      this.#cancel();
      return;
    }
    signal?.addEventListener('abort', this.#cancel);
    this.#callOffDeadline = this.#clock.after(deadlineMs, () => this.#fail(this.#outOfTime()));
    try {
      this.#send(requestOptions(this.#request));
    } catch (error) {
      this.#fail(failureOfError(error, false));
    }
  }

  #send(options: ConnectOptions): void {
    const client = options.protocol === 'https:' ? secureHttp().request(options) : requestHttp(options);
    this.#client = client;
    // What found no connection was never sent.
    client.once('finish', countRequest);
    client.on('socket', (socket) => this.#watch(socket));
    client.on('response', (response) => this.#receive(response));
    // Nobody asked for another protocol.
    client.on('upgrade', (_response, socket) => {
      socket.destroy();
      this.#fail({ failure: 'not-http' });
    });
    client.on('error', (error) => this.#fail(failureOfError(error, this.#isConnected)));
    client.on('close', () => this.#fail({ failure: 'reset' }));
    client.end();
  }

  #watch(socket: Socket): void {
    this.#socket = socket;
    this.#bytesBefore = socket.bytesRead;
    if (socket.connecting) socket.once('connect', () => (this.#isConnected = true));
    else this.#isConnected = true;
  }

  #receive(response: IncomingMessage): void {
    response.on('error', (error) => this.#fail(failureOfError(error, true)));
    const status = response.statusCode ?? 0;
    const unusable = failureOfStatus(status);
    if (unusable !== undefined) {
      this.#fail(unusable);
      return;
    }
    const { path, agent, page = 'health' } = this.#request;
    const headers = answerHeaders(response, agent !== undefined);
    receiveBody(response, PAGES[page].maxBytes, (outcome) => {
      if (outcome.kind === 'too-large') this.#fail({ failure: 'too-large' });
      else if (this.#isFollowedByMore(response)) this.#fail({ failure: 'not-http' });
      else this.#settle({ kind: 'answer', path, status, headers, body: outcome.text, ms: this.#elapsed() });
    });
  }

  // Node's parser drops a connection on which a second answer follows the first. Other bytes there are an error already.
  #isFollowedByMore({ headers }: IncomingMessage): boolean {
    const isDelimited = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
    return isDelimited && this.#socket?.destroyed === true;
  }

  #outOfTime(): NamedFailure {
    return { failure: this.#isConnected ? 'timeout' : 'connect-timeout' };
  }

  #fail(named: NamedFailure): void {
    this.#settle({ kind: 'failure', path: this.#request.path, ...named, ms: this.#elapsed() });
  }

  // Only the first ending counts; the request stays watched, so that a late error has somebody to go to.
  #settle(result: ProbeResult): void {
    if (this.#settled) return;
    this.#settled = true;
    this.#callOffDeadline();
    this.#request.signal?.removeEventListener('abort', this.#cancel);
    if (result.kind === 'failure') this.#client?.destroy();
    this.#resolve({
      result,
      reused: this.#client?.reusedSocket === true,
      silent: this.#socket === undefined || this.#socket.bytesRead === this.#bytesBefore,
      ...(this.#socket !== undefined && { socket: this.#socket }),
    });
  }

  #elapsed(): number {
    return this.#clock.monotonic() - this.#startedAt;
  }
}

// Redirects are not followed, and below 200 there is no such thing as an answer (RFC 9110, 15).
function failureOfStatus(status: number): NamedFailure | undefined {
  if (status < 200) return { failure: 'not-http', code: `HTTP_${status}` };
  return status >= 300 && status < 400 ? { failure: 'redirected', code: `HTTP_${status}` } : undefined;
}
