import '../../renderer/bridge.ts';
import type { JSHandle, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { RunningApp } from './app.ts';
import { tryAllIn, type TryAll } from './attempts.ts';
import { test as base } from './desk.ts';
import { startWitness, type Witness } from './witness.ts';

/** The app with its popup open, and a server that must never hear of it. */
interface Scene {
  readonly app: RunningApp;
  readonly page: Page;
  readonly tryAll: JSHandle<TryAll>;
  readonly witness: Witness;
}

const test = base.extend<{ scene: Scene }>({
  scene: async ({ desk }, use) => {
    const proxy = await desk.simulate('healthy');
    const app = await desk.launch(proxy.url);
    await (await desk.tray(app)).activate();
    const page = await app.popup();
    await page.getByRole('heading', { name: 'Everything is healthy' }).waitFor();
    const witness = await startWitness();
    await use({ app, page, tryAll: await tryAllIn(page), witness });
    await witness.close();
  },
});

test('nothing that is inline or a string runs in the popup', async ({ scene: { page, tryAll } }) => {
  const outcomes = await page.evaluate(
    (all) =>
      all({
        // Each of these is what the rule is there to forbid.
        // oxlint-disable no-eval, typescript/no-implied-eval
        eval: () => (0, eval)('document.title = "hacked"'),
        function: () => new Function('document.title = "hacked"')(),
        timer: () => setTimeout('document.title = "hacked"'),
        // oxlint-enable no-eval, typescript/no-implied-eval
        script: () => {
          const script = document.createElement('script');
          script.append('document.title = "hacked"');
          document.head.append(script);
        },
        style: () => {
          const style = document.createElement('style');
          style.append('body { outline: 3px solid }');
          document.head.append(style);
          return getComputedStyle(document.body).outlineStyle;
        },
        styleAttribute: () => {
          document.body.setAttribute('style', 'outline: 3px solid');
          return getComputedStyle(document.body).outlineStyle;
        },
        handler: () => document.body.setAttribute('onclick', 'document.title = "hacked"'),
        markup: () =>
          document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="document.title = \'hacked\'">'),
        worker: () => new Worker('data:text/javascript,1'),
        link: () => {
          const link = document.createElement('a');
          link.href = 'javascript:void (document.title = "hacked")';
          document.body.append(link);
          link.click();
        },
      }),
    tryAll,
  );
  expect(outcomes).toEqual({
    eval: 'EvalError',
    function: 'EvalError',
    timer: 'TypeError',
    script: 'TypeError',
    style: 'none',
    styleAttribute: 'none',
    handler: 'TypeError',
    markup: 'TypeError',
    worker: 'TypeError',
    link: 'undefined',
  });
  await page.locator('body').click();
  expect(await page.title()).toBe('Pilot Light');
});

test('nothing in the popup reaches the network, or anything else', async ({ scene: { page, tryAll, witness } }) => {
  const outcomes = await page.evaluate(
    ([all, url]) => {
      const loaded = (element: HTMLElement): Promise<string> =>
        new Promise((resolve) => {
          element.addEventListener('load', () => resolve('loaded'));
          element.addEventListener('error', () => resolve('failed'));
          document.body.append(element);
        });
      return all({
        fetch: () => fetch(url),
        ownFile: () => fetch('app://popup/index.html'),
        image: () => loaded(Object.assign(new Image(), { src: url })),
        style: () => loaded(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url })),
        socket: () =>
          new Promise((resolve) => {
            const socket = new WebSocket(url.replace('http', 'ws'));
            socket.addEventListener('open', () => resolve('open'));
            socket.addEventListener('error', () => resolve('failed'));
          }),
        frame: async () => {
          const frame = document.createElement('iframe');
          frame.src = url;
          await loaded(frame);
          return frame.contentDocument;
        },
        beacon: () => void navigator.sendBeacon(url, 'hello'),
        form: () => {
          const form = Object.assign(document.createElement('form'), { action: url });
          document.body.append(form);
          form.submit();
        },
        notification: () => Notification.requestPermission(),
        clipboard: () => navigator.clipboard.readText(),
        node: () => ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
        bridge: () => Object.keys(window.pilotLight).toSorted(),
      });
    },
    [tryAll, witness.url] as const,
  );
  expect(outcomes).toEqual({
    fetch: 'TypeError',
    ownFile: 'TypeError',
    image: 'failed',
    style: 'failed',
    socket: 'failed',
    frame: 'null',
    beacon: 'undefined',
    form: 'undefined',
    notification: 'denied',
    clipboard: 'NotAllowedError',
    node: '',
    bridge: 'act,ask,onSnapshot',
  });
  expect(witness.connections()).toBe(0);
});

test('the popup opens nothing and goes nowhere', async ({ scene: { app, page, tryAll, witness } }) => {
  const outcomes = await page.evaluate(
    ([all, url]) =>
      all({
        window: () => open(url),
        ownWindow: () => open('app://popup/index.html'),
        blank: () => Object.assign(document.createElement('a'), { href: url, target: '_blank' }).click(),
        web: () => void (location.href = url),
        file: () => void (location.href = 'file:///etc/hostname'),
        otherHost: () => void (location.href = 'app://elsewhere/index.html'),
        refresh: () => {
          const meta = Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: `0;url=${url}` });
          document.head.append(meta);
        },
        settled: () => new Promise((resolve) => setTimeout(resolve, 200)),
      }),
    [tryAll, witness.url] as const,
  );
  expect(outcomes).toMatchObject({ window: 'null', ownWindow: 'null' });
  expect(page.url()).toBe('app://popup/index.html');
  expect(app.electron.windows()).toHaveLength(1);
  expect(witness.connections()).toBe(0);
  // Playwright waits for the navigation that was begun and refused, so the popup is asked directly.
  const said = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
  );
  expect(said).toContain('Everything is healthy');
});

test('the page comes with its picture, which is styled, and which nobody can press', async ({ scene: { app } }) => {
  const page = await app.electron.evaluate(async ({ session }) =>
    (await session.defaultSession.fetch('app://popup/index.html')).text(),
  );
  const [, style = '', picture = ''] =
    /<style>(.*?)<\/style>.*<div inert aria-hidden="true">(.*)<\/div>/s.exec(page) ?? [];
  expect(picture).toContain('Everything is healthy');
  expect(picture).not.toMatch(/<script| style=| on\w+=/);
  const classes = [...picture.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' '));
  const unstyled = classes.filter((name) => !name.startsWith('lucide') && !style.includes(`.${name}`));
  expect([classes.length > 20, unstyled]).toEqual([true, []]);
});

test('messages that are none are refused, and change nothing', async ({ scene: { app, page, tryAll } }) => {
  const outcomes = await page.evaluate(async (all) => {
    const target = (await window.pilotLight.ask()).targets[0]?.id;
    // The types forbid what is tried here.
    const send = async (...payload: readonly unknown[]): Promise<unknown> =>
      Reflect.get(Object(await Reflect.apply(Reflect.get(window.pilotLight, 'act'), undefined, payload)), 'done');
    const step = { type: 'use-step', target, finding: 'signed-out', step: 'sign-in', way: 'copy' };
    return all({
      nothing: () => send(),
      null: () => send(null),
      text: () => send('quit'),
      list: () => send(['quit']),
      unknown: () => send({ type: 'exec', command: 'true' }),
      otherStep: () => send({ ...step, step: 'rm -rf ~' }),
      otherFinding: () => send({ ...step, finding: 'https://example.com' }),
      otherWay: () => send({ ...step, way: 'exec' }),
      stepOfAnother: () => send({ ...step, step: 'close-credentials' }),
      otherTarget: () => send({ ...step, target: 'target-9' }),
      otherSetting: () => send({ type: 'change-setting', key: '__proto__', value: {} }),
      wrongSetting: () => send({ type: 'change-setting', key: 'interval', value: 'often' }),
      otherFormat: () => send({ type: 'write-report', format: '../../etc/passwd' }),
      noReport: () => send({ type: 'copy-report' }),
      inherited: () => send(Object.create({ type: 'quit' })),
      proto: () => send(JSON.parse('{"__proto__":{"type":"quit"}}')),
      more: () => send({ type: 'quit', really: true }),
      huge: () => send({ type: 'pause', target: 'x'.repeat(10_000_000) }),
      function: () => send({ type: () => 'quit' }),
      deep: () => send(Array.from({ length: 2_000 }).reduce((inner) => ({ inner }), {})),
      valid: () => send({ type: 'check-now' }),
    });
  }, tryAll);
  const { valid, function: cloned, deep, ...refused } = outcomes;
  expect(new Set(Object.values(refused))).toEqual(new Set(['false']));
  expect([cloned, deep, valid]).toEqual(['Error', 'TypeError', 'true']);
  expect(await app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe('');
});

test('only the popup is heard, and only its own files are served', async ({ scene: { app, witness } }) => {
  const outcomes = await app.electron.evaluate(async ({ app: electronApp, BrowserWindow, session }, url) => {
    const preload = `${electronApp.getAppPath()}/out/preload/preload.cjs`;
    const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
    const load = (address: string): Promise<string> => window.loadURL(address).then(() => 'loaded', String);
    const fetched = async (address: string): Promise<number> => (await session.defaultSession.fetch(address)).status;
    const result = {
      web: await load(url),
      file: await load('file:///etc/hostname'),
      data: await load('data:text/html,hello'),
      stranger: await load('app://popup/index.html'),
      ask: String(await window.webContents.executeJavaScript('pilotLight.ask().catch(() => "refused")')),
      act: String(
        await window.webContents.executeJavaScript('pilotLight.act({ type: "quit" }).then(({ done }) => done)'),
      ),
      served: await fetched('app://popup/index.html'),
      outside: await fetched('app://popup/..%2f..%2fpackage.json'),
      elsewhere: await fetched('app://elsewhere/index.html'),
    };
    window.destroy();
    return result;
  }, witness.url);
  const blocked = expect.stringContaining('ERR_BLOCKED_BY_CLIENT');
  expect(outcomes).toEqual({
    web: blocked,
    file: blocked,
    data: blocked,
    stranger: 'loaded',
    ask: 'refused',
    act: 'false',
    served: 200,
    outside: 404,
    elsewhere: 404,
  });
  expect(witness.connections()).toBe(0);
});
