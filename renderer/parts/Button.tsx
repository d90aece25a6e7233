import type { KeyboardEvent, MouseEvent, ReactElement, ReactNode, Ref } from 'react';
import css from './Button.module.css';

interface Props {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly look?: 'plain' | 'primary' | undefined;
  readonly size?: 'normal' | 'small' | undefined;
  /** A name for screen readers that says more than the text; it must begin with the text. */
  readonly label?: string | undefined;
  /** It can be reached, but does nothing at the moment. */
  readonly isOff?: boolean | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

/** A button with words on it. */
export function Button({
  children,
  onPress,
  look = 'plain',
  size = 'normal',
  label,
  isOff = false,
  ref,
}: Props): ReactElement {
  return (
    <button
      ref={ref}
      type="button"
      className={css['button']}
      data-look={look}
      data-size={size}
      aria-label={label}
      aria-disabled={isOff ? true : undefined}
      {...pressing(onPress, isOff)}
    >
      {children}
    </button>
  );
}

interface Handlers {
  readonly onClick: (event: MouseEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** A double click and a held key press once: what they would press next may be another button in the same place. */
export function pressing(onPress: () => void, isOff = false): Handlers {
  return {
    onClick: ({ detail }) => {
      if (!isOff && detail < 2) onPress();
    },
    onKeyDown: (event) => {
      if (event.repeat && event.key === 'Enter') event.preventDefault();
    },
  };
}
