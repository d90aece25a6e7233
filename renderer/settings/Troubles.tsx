import type { ReactElement } from 'react';
import { HealthMark } from '../icons/HealthMark.tsx';
import { usePopup } from '../state/popup.ts';
import css from './Troubles.module.css';

/** What is wrong with the settings file; nothing where nothing is. */
export function Troubles({ lines }: { readonly lines: readonly string[] }): ReactElement | undefined {
  const { troublesTitle } = usePopup().texts.settings;
  if (lines.length === 0) return undefined;
  return (
    <section aria-label={troublesTitle} className={css['troubles']} data-light="degraded">
      <span className={css['mark']}>
        <HealthMark health="degraded" />
      </span>
      <div className={css['words']}>
        <h2 className={css['title']}>{troublesTitle}</h2>
        {lines.map((line) => (
          <p key={line} className={css['line']}>
            {line}
          </p>
        ))}
      </div>
    </section>
  );
}
