import { RotateCw } from 'lucide-react';
import type { KeyboardEvent, ReactElement } from 'react';
import type { CheckRow } from '../../core/text/check-rows.ts';
import { CheckMark } from '../icons/CheckMark.tsx';
import { Row } from '../parts/Row.tsx';
import { usePopup } from '../state/popup.ts';
import css from './CheckItem.module.css';

interface Props {
  readonly row: CheckRow;
  /** While a run is under way no other can begin. */
  readonly isOff: boolean;
  /** Whether the Tab key stops here. */
  readonly isStop: boolean;
  /** The id of the words on how to get to the others. */
  readonly hint: string;
  readonly onReach: () => void;
  readonly onMove: (event: KeyboardEvent<HTMLButtonElement>) => void;
  readonly onRunAgain: () => void;
}

/** One check: its result, and in the place of the time, under the pointer or with the focus, the button that runs it again. */
export function CheckItem(props: Props): ReactElement {
  const { row } = props;
  const { mark, name, detail, exact, trailing, spoken } = row;
  return (
    <div className={css['check']}>
      <Row
        icon={<CheckMark mark={mark} />}
        title={name}
        detail={detail}
        exact={exact}
        trailing={
          <div className={css['end']}>
            <span className={css['trailing']}>
              {spoken !== '' && <span className="unseen">{spoken}, </span>}
              {trailing}
            </span>
            <RunAgain {...props} />
          </div>
        }
      />
    </div>
  );
}

function RunAgain({ row, isOff, isStop, hint, onReach, onMove, onRunAgain }: Props): ReactElement {
  const { texts } = usePopup();
  const label = texts.diagnosis.runOne(row.name);
  return (
    <button
      type="button"
      className={css['again']}
      data-check={row.id}
      tabIndex={isStop ? 0 : -1}
      aria-label={label}
      aria-describedby={hint}
      aria-disabled={isOff ? true : undefined}
      title={label}
      onFocus={onReach}
      onKeyDown={onMove}
      onClick={isOff ? undefined : onRunAgain}
    >
      <RotateCw size={13} aria-hidden="true" />
    </button>
  );
}
