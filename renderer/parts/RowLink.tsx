import { ChevronRight } from 'lucide-react';
import type { ReactElement, Ref } from 'react';
import { pressing } from './Button.tsx';
import css from './RowLink.module.css';

interface Props {
  /** Where it leads; the chevron says to the eye only that it leads on. */
  readonly label: string;
  /** What lies behind the words of the row, which it covers. */
  readonly exact?: string | undefined;
  readonly onPress: () => void;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

/** Leads on from a row: a chevron at its end, which can be pressed anywhere in the row around it. */
export function RowLink({ label, exact, onPress, ref }: Props): ReactElement {
  return (
    <button ref={ref} type="button" className={css['link']} aria-label={label} title={exact} {...pressing(onPress)}>
      <ChevronRight size={16} className={css['chevron']} aria-hidden="true" />
    </button>
  );
}
