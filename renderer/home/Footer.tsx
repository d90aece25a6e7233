import type { ReactElement } from 'react';
import type { TargetView } from '../../core/snapshot.ts';
import { Button } from '../parts/Button.tsx';
import { useArrival } from '../state/arrival.ts';
import { usePopup } from '../state/popup.ts';

interface Props {
  readonly target: TargetView | undefined;
  /** Whether the user comes back from the diagnostics, and goes on where they left off. */
  readonly takesFocus: boolean;
}

/** What can be done at any time. */
export function Footer({ target, takesFocus }: Props): ReactElement | undefined {
  const { texts, act, show } = usePopup();
  const first = useArrival<HTMLButtonElement>(takesFocus);
  if (target === undefined) return undefined;
  const { id, light } = target;
  const diagnose = async (): Promise<void> => {
    const { done } = await act({ type: 'diagnose', target: id });
    if (done) show('diagnostics');
  };
  return (
    <>
      <Button ref={first} look="primary" onPress={() => void diagnose()}>
        {texts.diagnosis.run}
      </Button>
      {light === 'paused' ? (
        <Button onPress={() => void act({ type: 'resume', target: id })}>{texts.popup.resume}</Button>
      ) : (
        <Button onPress={() => void act({ type: 'pause', target: id })}>{texts.popup.pause}</Button>
      )}
    </>
  );
}
