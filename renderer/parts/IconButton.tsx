import type { ReactElement, ReactNode, Ref } from 'react';
import { pressing } from './Button.tsx';
import css from './IconButton.module.css';

interface Props {
  /** What it is called; the icon says it to the eye alone. */
  readonly label: string;
  readonly onPress: () => void;
  /** It can be reached, but does nothing at the moment. */
  readonly isOff?: boolean | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
  readonly children: ReactNode;
}

/** A square button with an icon on it. */
export function IconButton({ label, onPress, isOff = false, ref, children }: Props): ReactElement {
  return (
    <button
      ref={ref}
      type="button"
      className={css['button']}
      aria-label={label}
      aria-disabled={isOff ? true : undefined}
      title={label}
      {...pressing(onPress, isOff)}
    >
      {children}
    </button>
  );
}
