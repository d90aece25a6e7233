// The popup's real page and preload script in the real Electron, without the app behind them; and how long the page's thread
// works, as Chromium counts it.
const { app, BrowserWindow } = require('electron');
const path = require('node:path');

const OUT = path.join(__dirname, '..', '..', 'out');

/** Prints what is measured, and ends with it. */
async function print(measure) {
  app.on('window-all-closed', () => {});
  try {
    await app.whenReady();
    console.log(JSON.stringify(await measure()));
    app.exit(0);
  } catch (error) {
    console.error(error);
    app.exit(1);
  }
}

/** Opens the popup's page; what it asks for must be answered by then. */
async function openPage() {
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
  return page;
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

module.exports = { print, openPage, taskMs };
