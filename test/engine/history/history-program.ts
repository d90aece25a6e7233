// Keeps a history as fast as it can, for tests in which it is killed, or read meanwhile. Prints up to when it has lived.
import { keepHistory } from '../../../engine/history/keep-history.ts';
import { fastClock, liveFast } from './fast-life.ts';

const [root = '', url = '', start] = process.argv.slice(2);
const clock = fastClock(Number(start));
const history = keepHistory({
  root,
  clock,
  redact: (text) => text,
  watched: () => [url],
  onTrouble: (code) => process.stdout.write(`trouble ${code}\n`),
  onError: (what, error) => process.stdout.write(`error ${what} ${String(error)}\n`),
});
const target = { id: 'target-1', url };
for (;;) {
  liveFast(
    clock,
    history.onEvent,
    target,
    1,
    () => true,
    () => 3,
  );
  process.stdout.write(`${clock.now()}\n`);
}
