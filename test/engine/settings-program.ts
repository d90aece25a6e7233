// Changes settings without end, for tests in which it is killed, or cannot write. Prints what became of each change.
import { systemClock } from '../../engine/clock.ts';
import { openSettings } from '../../engine/settings-store.ts';

const [path = '', times] = process.argv.slice(2);
const store = openSettings({ path, clock: systemClock, onChange: () => {}, onError: () => {} });
for (let i = 1; i <= Number(times); i += 1) {
  const cliPath = `/${`${i}`.repeat(4_000).slice(0, 4_000)}`;
  // One after the other, so that there is always one being written.
  // oxlint-disable-next-line no-await-in-loop
  const written = await store.change('cliPath', cliPath);
  process.stdout.write(`${JSON.stringify({ written, holds: store.current().settings.cliPath === cliPath })}\n`);
}
store.stop();
