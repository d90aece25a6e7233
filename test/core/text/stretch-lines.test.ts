import { describe, expect, it } from 'vitest';
import { english } from '../../../core/text/english.ts';
import { latencyLine, spokenLatency, stretchLines } from '../../../core/text/stretch-lines.ts';

const FROM = Date.UTC(2026, 10, 22, 9, 0, 0);
const MINUTE = 60_000;
const NONE = { up: 0, degraded: 0, down: 0, paused: 0, gap: 0 };
const LATENCY = { count: 9, p50: 4, p95: 12, p99: 40 };

function what(ms: Partial<typeof NONE>): string {
  return stretchLines({ from: FROM, to: FROM + 30 * MINUTE, ms: { ...NONE, ...ms } }, undefined, english).what;
}

describe('a cell in words', () => {
  it.each([
    [{ up: 30 * MINUTE }, 'Up'],
    [{ gap: 30 * MINUTE }, 'Not watched'],
    [{ paused: 30 * MINUTE }, 'Paused'],
    [{ down: 2 * MINUTE, up: 28 * MINUTE }, 'Down 2 min · Up 28 min'],
    [{ degraded: MINUTE, gap: 29 * MINUTE }, 'Degraded 1 min · Not watched 29 min'],
    [{ up: 30 * MINUTE - 200, down: 200 }, 'Up'],
    [{}, 'Not watched'],
  ])('%o is "%s"', (ms, text) => {
    expect(what(ms)).toBe(text);
  });

  it('names its exact times, and what answers took', () => {
    const lines = stretchLines({ from: FROM, to: FROM + MINUTE, ms: { ...NONE, up: MINUTE } }, LATENCY, english);
    expect(lines.when).toMatch(/2026, \d+:00:00.* – .*2026, \d+:01:00/);
    expect(lines.latency).toBe('p50 4 ms · p95 12 ms');
    expect(latencyLine(LATENCY, english)).toBe(lines.latency);
    expect(spokenLatency(LATENCY, english)).toBe('half of the answers within 4 ms, 95 of 100 within 12 ms');
  });
});
