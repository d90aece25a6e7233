import { useState, type ChangeEvent, type KeyboardEvent } from 'react';
import { usePopup } from '../state/popup.ts';

interface DraftOptions {
  /** What holds. */
  readonly value: string;
  /** What is wrong with a text, if anything. */
  readonly problemOf: (text: string) => string | undefined;
  /** Takes a text that is right, and another than the one that holds. */
  readonly onCommit: (text: string) => void;
}

interface DraftField {
  readonly value: string;
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** What was wrong with the text that was left, and what held at that time. */
interface LastProblem {
  readonly problem: string | undefined;
  readonly value: string;
}

interface Draft {
  readonly field: DraftField;
  readonly problem: string | undefined;
}

/**
 * A text field that shows what holds, but for what the user types in it meanwhile: that stays until it is taken (Enter, or
 * leaving the field) or dropped (Escape). What is wrong cannot be taken: on leaving it goes back, and the reason stays.
 */
export function useDraft({ value, problemOf, onCommit }: DraftOptions): Draft {
  const { announce } = usePopup();
  const [typed, setTyped] = useState<string>();
  const [last, setLast] = useState<LastProblem>();
  // In a list, what holds here may be another's by now.
  const lastProblem = last?.value === value ? last.problem : undefined;
  const problem = typed === undefined ? lastProblem : problemOf(typed);

  const commit = (isLeaving: boolean): void => {
    if (typed === undefined) return;
    if (problem !== undefined) announce(problem);
    if (problem === undefined || isLeaving) setTyped(undefined);
    if (problem === undefined && typed !== value) onCommit(typed);
    setLast({ problem, value });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // What an input method composes is not typed yet.
    if (event.nativeEvent.isComposing || typed === undefined) return;
    if (event.key === 'Enter') commit(false);
    if (event.key !== 'Escape') return;
    event.preventDefault();
    setTyped(undefined);
  };
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    setTyped(target.value);
    setLast(undefined);
  };
  return { field: { value: typed ?? value, onChange, onBlur: () => commit(true), onKeyDown }, problem };
}
