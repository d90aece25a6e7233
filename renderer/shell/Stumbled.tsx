import { useEffect, useRef, type ReactElement } from 'react';
import { Button } from '../parts/Button.tsx';
import { usePopup } from '../state/popup.ts';
import css from './Stumbled.module.css';

interface Props {
  /** The number of the newest snapshot. */
  readonly seq: number | undefined;
  readonly onAskAgain: () => void;
  readonly onRetry: () => void;
  readonly onTryAgain: () => void;
}

/** A calm word where a page could not be drawn. Asks for the newest snapshot, and tries again with each new one. */
export function Stumbled({ seq, onAskAgain, onRetry, onTryAgain }: Props): ReactElement {
  const { stumbled, stumbledWhy, tryAgain } = usePopup().texts.popup;
  const failedAt = useRef(seq);

  useEffect(onAskAgain, [onAskAgain]);
  useEffect(() => {
    if (seq !== failedAt.current) onRetry();
  }, [seq, onRetry]);

  return (
    <main className={css['stumbled']}>
      <h1 className={css['title']}>{stumbled}</h1>
      <p className={css['why']}>{stumbledWhy}</p>
      <Button onPress={onTryAgain}>{tryAgain}</Button>
    </main>
  );
}
