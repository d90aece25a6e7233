import type { Action } from '../contract.ts';
import { worstFirst, worstTarget, type Snapshot, type TargetView } from '../snapshot.ts';
import { plain } from '../plain.ts';
import type { Catalogue } from './catalogue.ts';
import { componentRow } from './component-row.ts';
import { sharing } from './sharing.ts';
import { snoozeLine } from './snooze-line.ts';
import { headline, shortUrl } from './target-lines.ts';

/** What a menu entry does: an action of the contract, or opening the popup, with a diagnosis or as it is. */
export type MenuAction =
  | Action
  | { readonly type: 'open-popup' }
  | { readonly type: 'open-diagnostics'; readonly target: string };

/** One row of the tray menu. A row without an action only tells; a menu opens beside it. */
export type MenuRow =
  | { readonly kind: 'separator' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'action'; readonly text: string; readonly action: MenuAction }
  | { readonly kind: 'menu'; readonly text: string; readonly rows: readonly MenuRow[] };

const MAX_LABEL = 80;
const MAX_COMPONENTS = 8;
// More than these would not fit onto a screen.
const MAX_OTHERS = 20;

/** The tray menu: the whole truth, because on some desktops it is all there is. */
export function menuRows(snapshot: Snapshot, texts: Catalogue): readonly MenuRow[] {
  const target = worstTarget(snapshot);
  return [
    action(texts.menu.open, { type: 'open-popup' }),
    { kind: 'separator' },
    ...sharingRows(snapshot, texts),
    ...(target === undefined ? [] : targetRows(target, snapshot.at, texts)),
    ...(target === undefined ? [] : otherRows(snapshot, target, texts)),
    action(texts.menu.checkNow, { type: 'check-now' }),
    ...(target === undefined ? [] : [action(texts.menu.diagnose, { type: 'open-diagnostics', target: target.id })]),
    ...(target === undefined ? [] : [pauseRow(target, texts)]),
    ...snoozeRows(snapshot, texts),
    { kind: 'separator' },
    action(texts.menu.quit, { type: 'quit' }),
  ];
}

function targetRows(target: TargetView, now: number, texts: Catalogue): readonly MenuRow[] {
  const components = (target.report?.components ?? []).slice(0, MAX_COMPONENTS).map((component) => {
    const row = componentRow(component, now, texts);
    return text(`${row.name}: ${row.pill}`);
  });
  return [text(headline(target, texts)), whereRow(target, texts), ...components, { kind: 'separator' }];
}

function sharingRows(snapshot: Snapshot, texts: Catalogue): readonly MenuRow[] {
  const share = sharing(snapshot, texts);
  return share === undefined ? [] : [text(share)];
}

// Each with a menu of its own: what is so, and what can be done about it.
function otherRows({ targets }: Snapshot, shown: TargetView, texts: Catalogue): readonly MenuRow[] {
  const others = worstFirst(targets).filter(({ id }) => id !== shown.id);
  if (others.length === 0) return [];
  const left = others.length - MAX_OTHERS;
  return [
    ...others.slice(0, MAX_OTHERS).map((other) => otherRow(other, texts)),
    ...(left > 0 ? [text(texts.targets.more(left))] : []),
    { kind: 'separator' },
  ];
}

function otherRow(target: TargetView, texts: Catalogue): MenuRow {
  const { id, name, light } = target;
  const rows: readonly MenuRow[] = [
    text(headline(target, texts)),
    whereRow(target, texts),
    action(texts.menu.diagnose, { type: 'open-diagnostics', target: id }),
    pauseRow(target, texts),
  ];
  return { kind: 'menu', text: plain(`${shortUrl(name)}: ${texts.lights[light]}`, MAX_LABEL), rows };
}

// A menu is re-published on every change of a text, so nothing in it may count seconds.
function whereRow({ url, report }: TargetView, texts: Catalogue): MenuRow {
  const basic = report?.basic === true ? texts.basic.toLowerCase() : undefined;
  return text([shortUrl(url), basic, report?.version].filter((part) => part !== undefined).join(' · '));
}

function pauseRow({ id, light }: TargetView, { menu }: Catalogue): MenuRow {
  return light === 'paused'
    ? action(menu.resume, { type: 'resume', target: id })
    : action(menu.pause, { type: 'pause', target: id });
}

// An end that is told by the clock on the wall stays as it is.
function snoozeRows({ snoozed, settings, targets }: Snapshot, texts: Catalogue): readonly MenuRow[] {
  const { snooze } = texts;
  if (!settings.notifications) return [];
  if (snoozed !== undefined) {
    return [{ kind: 'separator' }, text(snoozeLine(snoozed, texts)), action(snooze.end, { type: 'end-snooze' })];
  }
  const isTrouble = targets.some(({ incident }) => incident !== undefined);
  return isTrouble ? [action(snooze.button, { type: 'snooze', until: '1 h' })] : [];
}

function text(label: string): MenuRow {
  return { kind: 'text', text: plain(label, MAX_LABEL) };
}

function action(label: string, does: MenuAction): MenuRow {
  return { kind: 'action', text: label, action: does };
}
