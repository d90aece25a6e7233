import type { ReactElement } from 'react';
import { TARGET_COLOURS, type TargetColour } from '../../core/settings.ts';
import { usePopup } from '../state/popup.ts';
import css from './ColourChoice.module.css';

interface Props {
  /** The name of what it is the colour of. */
  readonly where: string;
  readonly colour: TargetColour | undefined;
  readonly onChoose: (colour: TargetColour | undefined) => void;
}

const CHOICES = ['none', ...TARGET_COLOURS] as const;

/** The colour of a target: a list that the system draws, under a square of the colour that was chosen. */
export function ColourChoice({ where, colour, onChoose }: Props): ReactElement {
  const { targets: words } = usePopup().texts;
  const label = words.colour(where);
  return (
    <span className={css['choice']} title={`${label}: ${words.colours[colour ?? 'none']}`}>
      <select
        className={css['list']}
        aria-label={label}
        value={colour ?? 'none'}
        onChange={({ target }) => onChoose(TARGET_COLOURS[target.selectedIndex - 1])}
      >
        {CHOICES.map((each) => (
          <option key={each} value={each}>
            {words.colours[each]}
          </option>
        ))}
      </select>
      <span className={css['square']} data-colour={colour ?? 'none'} aria-hidden="true" />
    </span>
  );
}
