import { useId, type ReactElement } from 'react';
import css from './Segments.module.css';

interface Props<Value extends string> {
  /** What is chosen, for the ears. */
  readonly legend: string;
  readonly values: readonly Value[];
  readonly value: Value;
  readonly textOf: (value: Value) => string;
  readonly onChoose: (value: Value) => void;
  /** Whether it takes the whole line. */
  readonly isWide?: boolean;
}

/** One of a few values, as the parts of one control; the arrow keys go through them. */
export function Segments<Value extends string>(props: Props<Value>): ReactElement {
  const { legend, values, value, textOf, onChoose, isWide = false } = props;
  const name = useId();
  return (
    <fieldset className={css['choice']} data-wide={isWide}>
      <legend className="unseen">{legend}</legend>
      {values.map((each) => (
        <label key={each} className={css['segment']}>
          <input
            type="radio"
            className={css['radio']}
            name={name}
            value={each}
            checked={each === value}
            onChange={() => onChoose(each)}
          />
          <span className={css['text']}>{textOf(each)}</span>
        </label>
      ))}
    </fieldset>
  );
}
