import type { ReactElement } from 'react';
import type { ControlIds } from './Field.tsx';
import css from './Switch.module.css';

interface Props {
  readonly ids: ControlIds;
  readonly isOn: boolean;
  readonly onTurn: (isOn: boolean) => void;
}

/** On or off. */
export function Switch({ ids, isOn, onTurn }: Props): ReactElement {
  return (
    <input
      {...ids}
      type="checkbox"
      // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- a checkbox tells by itself whether it is on
      role="switch"
      className={css['switch']}
      checked={isOn}
      onChange={({ target }) => onTurn(target.checked)}
    />
  );
}
