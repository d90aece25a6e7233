import { useLayoutEffect, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { SNOOZES, type Snooze } from '../../core/monitor/snooze.ts';
import { usePopup } from '../state/popup.ts';
import css from './SnoozeButton.module.css';

interface Props {
  readonly id: string;
  readonly onChoose: (until: Snooze) => void;
}

/** For how long notifications can rest. The arrow keys lead through it. */
export function SnoozeMenu({ id, onChoose }: Props): ReactElement {
  const { choices, more } = usePopup().texts.snooze;
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => menu.current?.querySelector('button')?.focus(), []);
  return (
    <div ref={menu} id={id} role="menu" aria-label={more} tabIndex={-1} className={css['menu']} onKeyDown={moveFocus}>
      {SNOOZES.map((until) => (
        <button
          key={until}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={css['choice']}
          onClick={() => onChoose(until)}
        >
          {choices[until]}
        </button>
      ))}
    </div>
  );
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const items = [...event.currentTarget.querySelectorAll('button')];
  const at = items.findIndex((item) => item === document.activeElement);
  const to = goal(event.key, at, items.length);
  if (to === undefined) return;
  event.preventDefault();
  items[to]?.focus();
}

/** Over the ends it goes on at the other one, as in the menus of the desktop. */
function goal(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
