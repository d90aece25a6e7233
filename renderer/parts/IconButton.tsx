import type { ReactElement, ReactNode } from 'react';
import { pressing } from './Button.tsx';
import css from './IconButton.module.css';

interface Props {
  /** What it is called; the icon says it to the eye alone. */
  readonly label: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** A square button with an icon on it. */
export function IconButton({ label, onPress, children }: Props): ReactElement {
  return (
    <button type="button" className={css['button']} aria-label={label} title={label} {...pressing(onPress)}>
      {children}
    </button>
  );
}
