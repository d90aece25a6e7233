import type { ReactElement, ReactNode } from 'react';
import css from './Button.module.css';

interface Props {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly look?: 'plain' | 'primary';
  readonly size?: 'normal' | 'small';
  /** A name for screen readers that says more than the text; it must begin with the text. */
  readonly label?: string | undefined;
}

/** A button with words on it. */
export function Button({ children, onPress, look = 'plain', size = 'normal', label }: Props): ReactElement {
  return (
    <button
      type="button"
      className={css['button']}
      data-look={look}
      data-size={size}
      aria-label={label}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
