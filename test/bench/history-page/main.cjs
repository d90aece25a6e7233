// The popup's history on a past that is given by a file, stepped through and turned; and what Chromium counts meanwhile.
const { ipcMain } = require('electron');
const { readFileSync } = require('node:fs');
const { openPage, print, taskMs } = require('../popup-thread.cjs');

const STEPS = 200;
const TURNS = 30;

const { snapshot, pasts } = JSON.parse(readFileSync(process.argv.at(-1), 'utf8'));

void print(measure);

async function measure() {
  ipcMain.handle('pilot-light:ask', () => snapshot);
  ipcMain.handle('pilot-light:act', (_event, { span }) => ({ done: true, lookBack: pasts[span] }));
  const page = await openPage();
  await page.executeJavaScript(OPEN);
  const [steps, turns] = [await taskMs(page, WALK), await taskMs(page, TURN)];
  return { step: steps / STEPS, turn: turns / TURNS };
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
