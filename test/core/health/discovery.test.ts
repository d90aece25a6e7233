import { describe, expect, it } from 'vitest';
import { AS_NAMED, HEALTH_PATHS, isWrongPath, mostTelling, pathsToTry } from '../../../core/health/discovery.ts';
import { judge } from '../../../core/health/judge.ts';
import { answer, failure } from '../answers.ts';

describe('the order of discovery', () => {
  it('asks the documented page first, and the free readiness page before one that may cost money', () => {
    expect(pathsToTry(undefined, false)).toEqual(['/health/detailed', '/health/readiness', '/health', '/healthz', '/']);
  });

  it('asks an address with a path of its own as it was named first', () => {
    expect(pathsToTry(undefined, true)).toEqual([AS_NAMED, ...HEALTH_PATHS]);
  });

  it('starts with what worked before, and asks nothing twice', () => {
    expect(pathsToTry('/health', false)).toEqual(['/health', '/health/detailed', '/health/readiness', '/healthz', '/']);
  });

  it('never asks a path that is known to cost money or tokens', () => {
    expect(HEALTH_PATHS.some((path) => /probe|test-connection|claude/.test(path))).toBe(false);
  });
});

describe('a wrong path', () => {
  it.each([404, 401, 403, 405])('is what answers %d', (status) => {
    expect(isWrongPath(judge(answer(status, '{}')))).toBe(true);
  });

  it('is a web page, or a 500 without a report', () => {
    expect(isWrongPath(judge(answer(200, '<html>')))).toBe(true);
    expect(isWrongPath(judge(answer(500, 'oops')))).toBe(true);
  });

  it('is not a readiness page that fails: the next page would cost money', () => {
    const failing = answer(503, '{"detail":"Service Unhealthy"}', '/health/readiness');
    expect(isWrongPath(judge(failing))).toBe(false);
    expect(isWrongPath(judge({ ...failing, status: 404 }))).toBe(true);
    expect(isWrongPath(judge({ ...failing, path: '/health/detailed' }))).toBe(true);
  });

  it('is not a proxy that is unwell, one that asks for patience, or one that does not answer', () => {
    expect(isWrongPath(judge(answer(503, { status: 'unhealthy', error: 'x' })))).toBe(false);
    expect(isWrongPath(judge(answer(429, '')))).toBe(false);
    expect(isWrongPath(judge(failure('refused')))).toBe(false);
  });
});

describe('a server without any health page', () => {
  const page = judge(answer(200, '<html>'));
  const missing = judge(answer(404, '{}'));
  const locked = judge(answer(401, ''));

  it('is another program rather than a proxy without the page, if it says so once', () => {
    expect(mostTelling([missing, locked, page, missing])).toBe(page);
  });

  it('keeps the first of equals', () => {
    expect(mostTelling([missing, judge(answer(404, ''))])).toBe(missing);
  });

  it('tells what a page answers rather than that another one is missing', () => {
    const garbled = judge(answer(200, '{"status":"heal'));
    for (const present of [locked, garbled]) {
      expect(mostTelling([present, missing])).toBe(present);
      expect(mostTelling([missing, present])).toBe(present);
    }
  });

  it('tells that a page is missing rather than what a start page says that nobody understands', () => {
    const greeting = judge(answer(200, 'At your service', '/'));
    expect(mostTelling([missing, greeting])).toBe(missing);
    expect(mostTelling([locked, greeting])).toBe(locked);
  });
});
