import type { MenuAction } from '../../core/text/menu.ts';
import type { NotificationText } from '../../core/text/notification.ts';
import type { Log } from '../log.ts';
import type { Notifier } from '../notifier.ts';
import type { BusProblem } from './bus-messages.ts';
import { ACTION_INVOKED, close, findServer, NOTIFICATION_CLOSED, show } from './notification-service.ts';
import type { NotificationServer, Sent } from './notification-service.ts';
import type { DesktopBus } from './session-bus.ts';

export interface BusNotifierOptions {
  readonly bus: DesktopBus;
  readonly appName: string;
  /** The name of our desktop file, without its ending. */
  readonly desktopEntry: string;
  /** What a click beside the buttons does, for desktops that make a button of it. */
  readonly openLabel: () => string;
  readonly log: Log;
}

type Act = (action: MenuAction) => void;

interface Wanted {
  readonly text: NotificationText;
  readonly act: Act;
}

interface Shown extends Wanted {
  readonly id: number;
  /** The unique name of who shows it: ids of another are others. */
  readonly server: string;
}

const CLICK = 'default';
const BUTTON = 'button-';

/**
 * Notifications over the bus of a Linux desktop, which never keep the main loop waiting: Electron's own wait for the
 * service, measured up to two minutes. What nobody shows is told to the log, once until somebody shows one again.
 */
export function busNotifier(options: BusNotifierOptions): Notifier {
  const { bus, log } = options;
  const shown = new Map<string, Shown>();
  // What is wanted next for what it is about: only the newest counts, and nothing takes back.
  const wanted = new Map<string, Wanted | undefined>();
  const underWay = new Set<string>();
  const tell = oncePerOutage(log);
  let stopListening: (() => void) | undefined;

  const apply = async (about: string, next: Wanted | undefined): Promise<void> => {
    const before = shown.get(about);
    if (next !== undefined) return tell(await place(next, before));
    shown.delete(about);
    if (before !== undefined) await close(bus, before.server, before.id);
  };
  const place = async (next: Wanted, before: Shown | undefined): Promise<BusProblem | undefined> => {
    stopListening ??= listenTo(bus, shown, (about) => want(about, undefined));
    const server = await findServer(bus);
    if (typeof server === 'string') return server;
    const replaces = before?.server === server.name ? before.id : 0;
    const id = await show(bus, server, inTermsOf(server, next.text, replaces, options));
    if (typeof id === 'string') return id;
    shown.set(next.text.about, { ...next, id, server: server.name });
    return undefined;
  };
  const work = async (about: string): Promise<void> => {
    if (underWay.has(about)) return;
    underWay.add(about);
    while (wanted.has(about)) {
      const next = wanted.get(about);
      wanted.delete(about);
      // One after the other, so that the newest is what stays.
      // oxlint-disable-next-line no-await-in-loop
      await apply(about, next);
    }
    underWay.delete(about);
  };
  const want = (about: string, next: Wanted | undefined): void => {
    wanted.set(about, next);
    void work(about);
  };

  return {
    notify: (text, act) => want(text.about, { text, act }),
    withdraw: (about) => want(about, undefined),
    stop: () => {
      wanted.clear();
      stopListening?.();
      for (const about of new Set([...shown.keys(), ...underWay])) want(about, undefined);
    },
  };
}

function oncePerOutage(log: Log): (problem: BusProblem | undefined) => void {
  let told: BusProblem | undefined;
  return (problem) => {
    if (problem !== undefined && told === undefined) log('A notification could not be shown', REASONS[problem]);
    told = problem;
  };
}

const REASONS: Readonly<Record<BusProblem, string>> = {
  'no-bus': 'this session has no bus',
  'no-service': 'nobody serves notifications here',
  'no-answer': 'the notification service does not answer',
  refused: 'the notification service refuses it',
};

function inTermsOf(server: NotificationServer, text: NotificationText, replaces: number, by: BusNotifierOptions): Sent {
  const { title, body, urgent, buttons } = text;
  return {
    appName: by.appName,
    desktopEntry: by.desktopEntry,
    replaces,
    title,
    body: server.can.has('body-markup') ? escaped(body) : body,
    actions: server.can.has('actions')
      ? [CLICK, by.openLabel(), ...buttons.flatMap(({ label }, i) => [`${BUTTON}${i}`, label])]
      : [],
    urgent,
  };
}

// Some services show nothing at all when the markup is broken.
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

// Only the one who shows it is believed: anybody on the bus may send signals.
function listenTo(bus: DesktopBus, shown: Map<string, Shown>, withdraw: (about: string) => void): () => void {
  const find = (id: unknown, sender: string): Shown | undefined =>
    [...shown.values()].find((each) => each.id === id && each.server === sender);
  const stops = [
    bus.onSignal(ACTION_INVOKED, ([id, key], sender) => {
      const clicked = find(id, sender);
      const action = clicked === undefined ? undefined : actionOf(clicked.text, key);
      if (clicked === undefined || action === undefined) return;
      clicked.act(action);
      // Some services leave standing what was clicked.
      withdraw(clicked.text.about);
    }),
    bus.onSignal(NOTIFICATION_CLOSED, ([id], sender) => {
      const gone = find(id, sender);
      if (gone !== undefined) shown.delete(gone.text.about);
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

function actionOf({ onClick, buttons }: NotificationText, key: unknown): MenuAction | undefined {
  if (key === CLICK) return onClick;
  return buttons.find((_button, i) => key === `${BUTTON}${i}`)?.action;
}
