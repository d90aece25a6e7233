import { RotateCw } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { TargetView } from '../../core/snapshot.ts';
import { exactly, subline } from '../../core/text/target-lines.ts';
import { LightBadge } from '../icons/LightBadge.tsx';
import { ColourMark } from '../parts/ColourMark.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import { usePopup } from '../state/popup.ts';
import css from './Header.module.css';

interface Props {
  readonly target: TargetView | undefined;
  /** How many of several share its trouble. */
  readonly share: string | undefined;
  readonly sentence: string;
  /** Whether nothing is watched, so that there is nothing to wait for, either. */
  readonly isEmpty: boolean;
  readonly now: number;
}

/** What is so, in one sentence. */
export function Header({ target, share, sentence, isEmpty, now }: Props): ReactElement {
  const { texts } = usePopup();
  const light = target?.light ?? 'unknown';
  const line = target && [...(share === undefined ? [] : [share]), subline(target, now, texts)].join(' · ');
  return (
    <div className={css['header']}>
      <LightBadge light={light} settled={target?.confirmed ?? isEmpty} />
      <div className={css['words']}>
        <h1 className={css['sentence']} title={sentence}>
          {sentence}
        </h1>
        {target !== undefined && (
          <p className={css['subline']} title={[line, ...exactly(target, texts)].join('\n')}>
            <ColourMark colour={target.colour} />
            {line}
          </p>
        )}
      </div>
      {!isEmpty && light !== 'paused' && <CheckNow />}
    </div>
  );
}

function CheckNow(): ReactElement {
  const { texts, act } = usePopup();
  const [turns, setTurns] = useState(0);
  const press = (): void => {
    setTurns(turns + 1);
    void act({ type: 'check-now' });
  };
  return (
    <IconButton label={texts.popup.checkNow} onPress={press}>
      <RotateCw key={turns} size={15} className={turns > 0 ? css['turn'] : undefined} aria-hidden="true" />
    </IconButton>
  );
}
