import type { IncomingMessage } from 'node:http';
import type { AnswerHeaders } from '../../core/health/probe-result.ts';

/** The few headers that the rules look at. `closes` is told only where we offered to keep the connection. */
export function answerHeaders(response: IncomingMessage, offered: boolean): AnswerHeaders {
  const { headers } = response;
  const contentType = headers['content-type'];
  const retryAfter = headers['retry-after'];
  const server = headers['server'];
  const keepAliveSeconds = readKeepAlive(headers['keep-alive']);
  return {
    ...(contentType !== undefined && { contentType }),
    ...(retryAfter !== undefined && { retryAfter }),
    ...(typeof server === 'string' && { server }),
    ...(offered && closesAfter(response) && { closes: true }),
    ...(keepAliveSeconds !== undefined && { keepAliveSeconds }),
  };
}

// HTTP/1.0 closes unless it says otherwise, HTTP/1.1 stays unless it says otherwise (RFC 9112, 9.3).
function closesAfter({ httpVersion, headers }: IncomingMessage): boolean {
  const words = (headers.connection ?? '').toLowerCase().split(/[\s,]+/);
  return words.includes('close') || (httpVersion === '1.0' && !words.includes('keep-alive'));
}

function readKeepAlive(value: string | readonly string[] | undefined): number | undefined {
  const seconds = /(?:^|[\s,;])timeout=(\d{1,6})(?!\d)/i.exec(String(value ?? ''))?.[1];
  return seconds === undefined ? undefined : Number(seconds);
}
