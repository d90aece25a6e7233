// The popup's real page and preload script, on a snapshot that is given by a file and comes anew again and again; and what
// Chromium counts while it is scrolled.
const { app, BrowserWindow, ipcMain } = require('electron');
const { readFileSync } = require('node:fs');
const path = require('node:path');

const OUT = path.join(__dirname, '..', '..', '..', 'out');
const STEPS = 300;
const PUSH_MS = 100;

let snapshot = JSON.parse(readFileSync(process.argv.at(-1), 'utf8'));

app.on('window-all-closed', () => {});
void run();

async function run() {
  try {
    await app.whenReady();
    console.log(JSON.stringify(await measure()));
    app.exit(0);
  } catch (error) {
    console.error(error);
    app.exit(1);
  }
}

async function measure() {
  ipcMain.handle('pilot-light:ask', () => snapshot);
  const window = new BrowserWindow({
    width: 380,
    height: 640,
    show: false,
    frame: false,
    webPreferences: { preload: path.join(OUT, 'preload', 'preload.cjs'), sandbox: true, contextIsolation: true },
  });
  await window.loadFile(path.join(OUT, 'renderer', 'index.html'));
  window.show();
  const page = window.webContents;
  page.debugger.attach();
  await page.debugger.sendCommand('Performance.enable');
  setInterval(() => page.send('pilot-light:snapshot', renewed()), PUSH_MS);
  const before = await worked(page);
  await page.executeJavaScript(SCROLL);
  return { step: ((await worked(page)) - before) / STEPS };
}

// One target after the other was asked, and took another time.
function renewed() {
  const { seq, at, targets } = snapshot;
  const i = seq % targets.length;
  const target = { ...targets[i], ms: 1 + (seq % 7), probedAt: at + PUSH_MS };
  snapshot = { ...snapshot, seq: seq + 1, at: at + PUSH_MS, targets: targets.with(i, target) };
  return snapshot;
}

/** What the page's thread has worked so far, in milliseconds: script, style, layout and paint. */
async function worked(page) {
  const { metrics } = await page.debugger.sendCommand('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
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
