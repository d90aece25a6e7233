// The popup on a snapshot that is given by a file and comes anew again and again, scrolled; and what Chromium counts meanwhile.
const { ipcMain } = require('electron');
const { readFileSync } = require('node:fs');
const { openPage, print, taskMs } = require('../popup-thread.cjs');

const STEPS = 300;
const PUSH_MS = 100;

let snapshot = JSON.parse(readFileSync(process.argv.at(-1), 'utf8'));

void print(measure);

async function measure() {
  ipcMain.handle('pilot-light:ask', () => snapshot);
  const page = await openPage();
  setInterval(() => page.send('pilot-light:snapshot', renewed()), PUSH_MS);
  return { step: (await taskMs(page, SCROLL)) / STEPS };
}

// One target after the other was asked, and took another time.
function renewed() {
  const { seq, at, targets } = snapshot;
  const i = seq % targets.length;
  const target = { ...targets[i], ms: 1 + (seq % 7), probedAt: at + PUSH_MS };
  snapshot = { ...snapshot, seq: seq + 1, at: at + PUSH_MS, targets: targets.with(i, target) };
  return snapshot;
}

// Down and up again, a step in each frame.
const SCROLL = `(async () => {
  const frame = () => new Promise(requestAnimationFrame);
  const main = document.querySelector('main');
  const end = main.scrollHeight - main.clientHeight;
  if (end < 2_000) throw new Error('there is nothing to scroll');
  for (let i = 0; i < ${STEPS}; i += 1) {
    const at = (i * 24) % (2 * end);
    main.scrollTop = at < end ? at : 2 * end - at;
    await frame();
  }
})()`;
