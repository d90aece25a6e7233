import { useId, type ReactElement } from 'react';
import { Button } from '../parts/Button.tsx';
import { useArrival } from '../state/arrival.ts';
import { usePopup } from '../state/popup.ts';
import css from './AllSettings.module.css';

/** Asks once more, in place, before everything is set back. The harmless answer has the focus. */
export function ResetQuestion({ onAnswered }: { readonly onAnswered: () => void }): ReactElement {
  const { texts, act, announce } = usePopup();
  const { resetQuestion, resetNow, keep, wasReset, failed } = texts.settings;
  const id = useId();
  const first = useArrival<HTMLButtonElement>(true);
  const reset = async (): Promise<void> => {
    const { done } = await act({ type: 'reset-settings' });
    announce(done ? wasReset : failed);
    onAnswered();
  };
  return (
    <fieldset aria-labelledby={id} className={css['reset']}>
      <p id={id} className={css['question']}>
        {resetQuestion}
      </p>
      <Button ref={first} onPress={onAnswered}>
        {keep}
      </Button>
      <Button look="primary" onPress={() => void reset()}>
        {resetNow}
      </Button>
    </fieldset>
  );
}
