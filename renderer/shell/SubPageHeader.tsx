import { ChevronLeft, X } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { IconButton } from '../parts/IconButton.tsx';
import { useArrival } from '../state/arrival.ts';
import { backFrom, type PageName } from '../state/pages.ts';
import { usePopup } from '../state/popup.ts';
import css from './SubPageHeader.module.css';

interface Props {
  readonly page: PageName;
  /** The page that the user comes from, where the way back depends on it. */
  readonly from?: PageName | undefined;
  readonly title: string;
  /** What is so, under the title. */
  readonly line?: string | undefined;
  /** Whether the title takes the focus, so that a screen reader begins there. */
  readonly takesFocus: boolean;
  readonly children?: ReactNode;
}

/** The header of every page but the first: the way back, the title, the way out. */
export function SubPageHeader({ page, from, title, line, takesFocus, children }: Props): ReactElement {
  const { texts, act, show } = usePopup();
  const heading = useArrival<HTMLHeadingElement>(takesFocus);
  return (
    <div className={css['header']}>
      <IconButton label={texts.diagnosis.back} onPress={() => show(backFrom({ page, from }) ?? 'home')}>
        <ChevronLeft size={16} aria-hidden="true" />
      </IconButton>
      <div className={css['words']}>
        <h1 ref={heading} className={css['title']} tabIndex={-1}>
          {title}
        </h1>
        {line !== undefined && <p className={css['line']}>{line}</p>}
      </div>
      <IconButton label={texts.diagnosis.close} onPress={() => void act({ type: 'hide' })}>
        <X size={16} aria-hidden="true" />
      </IconButton>
      {children}
    </div>
  );
}
