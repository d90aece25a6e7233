import { Check, Minus, X } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Health } from '../../core/health/light.ts';
import css from './HealthMark.module.css';

/** The health of one row: a sign in a small circle. The pill beside it says the same in words. */
export function HealthMark({ health }: { readonly health: Health }): ReactElement {
  return (
    <span className={css['mark']} data-light={health} aria-hidden="true">
      {sign(health)}
    </span>
  );
}

function sign(health: Health): ReactElement {
  const shape = { size: 11, strokeWidth: 3.6 };
  switch (health) {
    case 'healthy':
      return <Check {...shape} />;
    case 'down':
      return <X {...shape} />;
    case 'unknown':
      return <Minus {...shape} />;
    case 'degraded':
      return <Exclamation />;
  }
}

function Exclamation(): ReactElement {
  return (
    <svg
      width="11"
      height="11"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="4"
      strokeLinecap="round"
    >
      <path d="M12 3v10M12 20.500v.01" />
    </svg>
  );
}
