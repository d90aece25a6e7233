// The popup's real page and preload script, on a past that is given by a file; and what Chromium counts while it is drawn.
const { app, BrowserWindow, ipcMain } = require('electron');
const { readFileSync } = require('node:fs');
const path = require('node:path');

const OUT = path.join(__dirname, '..', '..', '..', 'out');
const STEPS = 200;
const TURNS = 30;

const { snapshot, pasts } = JSON.parse(readFileSync(process.argv.at(-1), 'utf8'));

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
  ipcMain.handle('pilot-light:act', (_event, { span }) => ({ done: true, lookBack: pasts[span] }));
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
  await page.executeJavaScript(OPEN);
  const [steps, turns] = [await taskMs(page, WALK), await taskMs(page, TURN)];
  return { step: steps / STEPS, turn: turns / TURNS };
}

/** What the page's thread works while a script runs, in milliseconds: script, style, layout and paint. */
async function taskMs(page, script) {
  const before = await worked(page);
  await page.executeJavaScript(script);
  return (await worked(page)) - before;
}

async function worked(page) {
  const { metrics } = await page.debugger.sendCommand('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

const HELP = `
  const frame = () => new Promise(requestAnimationFrame);
  const until = async (find) => {
    for (let found = find(); ; found = find()) if (found) return found; else await frame();
  };
  const radio = (value) => document.querySelector('input[type=radio][value=' + value + ']');
  const slider = () => document.querySelector('input[type=range]');
`;

const OPEN = `(async () => { ${HELP}
  (await until(() => document.querySelector('[aria-label^="Availability: "]'))).click();
  (await until(() => radio('year'))).click();
  await until(() => slider()?.max === '51');
})()`;

const WALK = `(async () => { ${HELP}
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  for (let i = 0; i < ${STEPS}; i += 1) {
    set.call(slider(), String((i * 7) % 52));
    slider().dispatchEvent(new Event('input', { bubbles: true }));
    await frame();
  }
})()`;

// From a day to a year, and back.
const TURN = `(async () => { ${HELP}
  for (let i = 0; i < ${TURNS}; i += 1) {
    radio(i % 2 === 0 ? 'day' : 'year').click();
    await until(() => slider()?.max === (i % 2 === 0 ? '47' : '51'));
    await frame();
  }
})()`;
