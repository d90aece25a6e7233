import { useEffect, useState, type ReactElement } from 'react';
import type { CommandId } from '../../core/advice/commands.ts';
import { Button } from '../parts/Button.tsx';
import { OneOf } from '../parts/OneOf.tsx';
import { usePopup } from '../state/popup.ts';

type Outcome = 'copy' | 'copied' | 'notCopied';

const OUTCOMES: readonly Outcome[] = ['copy', 'copied', 'notCopied'];
const SHOWN_MS = 2_000;

/** Copies a command and says for a moment whether that worked, to the eye and to the ear. */
export function CopyButton({ command, label }: { readonly command: CommandId; readonly label: string }): ReactElement {
  const { texts, act, announce } = usePopup();
  const [outcome, setOutcome] = useOutcome();

  const copy = async (): Promise<void> => {
    const done = (await act({ type: 'copy', command })) ? 'copied' : 'notCopied';
    setOutcome(done);
    announce(texts.popup[done]);
  };
  return (
    <Button size="small" label={outcome === 'copy' ? label : undefined} onPress={() => void copy()}>
      <OneOf texts={OUTCOMES.map((each) => texts.popup[each])} shown={texts.popup[outcome]} />
    </Button>
  );
}

/** An outcome that falls back to `copy` after a moment. */
function useOutcome(): readonly [Outcome, (outcome: Outcome) => void] {
  const [outcome, setOutcome] = useState<Outcome>('copy');
  useEffect(() => {
    if (outcome === 'copy') return undefined;
    const timer = setTimeout(() => setOutcome('copy'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  return [outcome, setOutcome];
}
