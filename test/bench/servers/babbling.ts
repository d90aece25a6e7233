import { createServer } from 'node:http';
import { listenOn } from '../../simulator/listen-on.ts';

const MAX_LENGTH = 2_000;
const HIGHEST_CODE_POINT = 0x10_ff_ff;

/** A proxy that is unwell and gives another reason each time, any text at all, of any length. */
export async function startBabbling(seed: number): Promise<{ readonly url: string }> {
  const next = randomNumbers(seed);
  const server = createServer((_request, response) => {
    const error = String.fromCodePoint(...Array.from({ length: next(MAX_LENGTH) }, () => next(HIGHEST_CODE_POINT)));
    const body = JSON.stringify({ status: 'unhealthy', service: 'claude-proxy', error });
    response.writeHead(503, { 'content-type': 'application/json' }).end(body);
  });
  return { url: `http://127.0.0.1:${await listenOn(server)}` };
}

/** Whole numbers below a bound, the same ones for the same seed (mulberry32). */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
