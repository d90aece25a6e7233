import type { ReactElement } from 'react';
import type { TargetView } from '../../core/snapshot.ts';
import { Button } from '../parts/Button.tsx';
import { usePopup } from '../state/popup.ts';

/** What can be done at any time. While a target rests there is nothing to check, only to resume. */
export function Footer({ target }: { readonly target: TargetView | undefined }): ReactElement {
  const { texts, act } = usePopup();
  const { checkNow, pause, resume } = texts.popup;
  if (target?.light === 'paused') {
    return (
      <Button look="primary" onPress={() => void act({ type: 'resume', target: target.id })}>
        {resume}
      </Button>
    );
  }
  return (
    <>
      <Button look="primary" onPress={() => void act({ type: 'check-now' })}>
        {checkNow}
      </Button>
      {target !== undefined && <Button onPress={() => void act({ type: 'pause', target: target.id })}>{pause}</Button>}
    </>
  );
}
