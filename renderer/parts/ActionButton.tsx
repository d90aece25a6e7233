import { useEffect, useState, type ReactElement } from 'react';
import type { Action } from '../../core/contract.ts';
import { usePopup } from '../state/popup.ts';
import { Button } from './Button.tsx';
import { OneOf } from './OneOf.tsx';

interface Props {
  readonly action: Action;
  readonly text: string;
  /** A name for screen readers that says more than the text; it must begin with the text. */
  readonly label?: string | undefined;
  /** Said for a moment when it was done; absent where the effect speaks for itself. */
  readonly done?: string | undefined;
  readonly failed: string;
  readonly look?: 'plain' | 'primary' | undefined;
  readonly size?: 'normal' | 'small' | undefined;
  readonly isOff?: boolean | undefined;
}

const SHOWN_MS = 2_000;

/** Does one thing, and says for a moment how that ended, to the eye and to the ear. Its size stays. */
export function ActionButton({ action, text, label, done, failed, ...rest }: Props): ReactElement {
  const { act, announce } = usePopup();
  const [said, say] = useMoment();

  const press = async (): Promise<void> => {
    const outcome = await act(action);
    const word = outcome.done ? done : failed;
    if (word === undefined) return;
    say(word);
    announce(word);
  };
  const texts = [text, ...(done === undefined ? [] : [done]), failed];
  return (
    <Button {...rest} label={said === undefined ? label : undefined} onPress={() => void press()}>
      <OneOf texts={texts} shown={said ?? text} />
    </Button>
  );
}

/** A text that is forgotten after a moment. */
function useMoment(): readonly [string | undefined, (text: string) => void] {
  const [said, setSaid] = useState<{ readonly text: string }>();
  useEffect(() => {
    if (said === undefined) return undefined;
    const timer = setTimeout(() => setSaid(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return [said?.text, (text) => setSaid({ text })];
}
