import { Check, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import type { ProofLine } from '../../core/text/remedy-card.ts';
import css from './ProofNote.module.css';

const LIGHTS = { watching: 'unknown', fixed: 'healthy', 'still-failing': 'degraded' } as const;

/** What became of the step that was used last. The live region speaks it. */
export function ProofNote({ proof: { state, text } }: { readonly proof: ProofLine }): ReactElement {
  return (
    <p className={css['proof']} data-light={LIGHTS[state]}>
      <span className={css['icon']}>
        <Icon state={state} />
      </span>
      {text}
    </p>
  );
}

function Icon({ state }: Pick<ProofLine, 'state'>): ReactElement {
  switch (state) {
    case 'watching':
      return <LoaderCircle size={14} className={css['spinner']} aria-hidden="true" />;
    case 'fixed':
      return <Check size={14} strokeWidth={3} aria-hidden="true" />;
    case 'still-failing':
      return <TriangleAlert size={14} aria-hidden="true" />;
  }
}
