import type { Answer, Failure, FailureKind } from '../../core/health/probe-result.ts';

/** An HTTP answer as the probe would bring it. Objects are sent as JSON, texts as they are. */
export function answer(status: number, body: unknown, path = '/health/detailed'): Answer {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { kind: 'answer', path, status, headers: { contentType: 'application/json' }, body: text, ms: 4 };
}

export function failure(kind: FailureKind, path = '/health/detailed'): Failure {
  return { kind: 'failure', path, failure: kind, ms: 1 };
}
