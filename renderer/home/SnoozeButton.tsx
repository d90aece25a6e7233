import { ChevronDown } from 'lucide-react';
import { useId, useRef, useState, type FocusEvent, type KeyboardEvent, type ReactElement } from 'react';
import type { Snooze } from '../../core/monitor/snooze.ts';
import { Button, pressing } from '../parts/Button.tsx';
import { usePopup } from '../state/popup.ts';
import css from './SnoozeButton.module.css';
import { SnoozeMenu } from './SnoozeMenu.tsx';

/** Puts the notifications to rest: for an hour with one press, or for as long as is chosen in the menu beside it. */
export function SnoozeButton(): ReactElement {
  const { texts, act, announce } = usePopup();
  const [isOpen, setOpen] = useState(false);
  const more = useRef<HTMLButtonElement>(null);
  const id = useId();
  const words = texts.snooze;

  const snooze = async (until: Snooze): Promise<void> => {
    const { done } = await act({ type: 'snooze', until });
    if (!done) announce(texts.settings.failed);
  };
  const close = (): void => {
    setOpen(false);
    more.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isOpen || event.key !== 'Escape') return;
    event.preventDefault();
    close();
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (!currentTarget.contains(relatedTarget)) setOpen(false);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it only hears what its buttons let through
    <div className={css['split']} onKeyDown={onKeyDown} onBlur={onBlur}>
      <Button onPress={() => void snooze('1 h')}>{words.button}</Button>
      <button
        ref={more}
        type="button"
        className={css['more']}
        aria-label={words.more}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        title={words.more}
        {...pressing(() => setOpen(!isOpen))}
      >
        <ChevronDown size={14} aria-hidden="true" />
      </button>
      {isOpen && (
        <SnoozeMenu
          id={id}
          onChoose={(until) => {
            close();
            void snooze(until);
          }}
        />
      )}
    </div>
  );
}
