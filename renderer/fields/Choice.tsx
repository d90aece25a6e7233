import { ChevronDown } from 'lucide-react';
import type { ReactElement } from 'react';
import type { ControlIds } from './Field.tsx';
import css from './Input.module.css';

interface Props<Value extends string> {
  readonly ids: ControlIds;
  readonly values: readonly Value[];
  readonly value: Value;
  readonly textOf: (value: Value) => string;
  readonly onChoose: (value: Value) => void;
}

/** One of a few values, in a list that the system draws. */
export function Choice<Value extends string>({ ids, values, value, textOf, onChoose }: Props<Value>): ReactElement {
  return (
    <span className={css['box']}>
      <select
        {...ids}
        className={css['select']}
        value={value}
        onChange={({ target }) => {
          const chosen = values[target.selectedIndex];
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {values.map((each) => (
          <option key={each} value={each}>
            {textOf(each)}
          </option>
        ))}
      </select>
      <ChevronDown size={14} className={css['arrow']} aria-hidden="true" />
    </span>
  );
}
