import { Check, Minus, X } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Health } from '../../core/health/light.ts';
import css from './HealthMark.module.css';

interface Props {
  readonly health: Health;
  /** For what is not known because nobody could find out. */
  readonly isQuestion?: boolean;
}

/** The health of one row: a sign in a small circle. The words beside it say the same. */
export function HealthMark({ health, isQuestion = false }: Props): ReactElement {
  return (
    <span className={css['mark']} data-light={health} aria-hidden="true">
      {isQuestion ? (
        <Sign path="M7 8.500a5 5 0 1 1 7.500 4.300C13 13.800 12 14.500 12 16M12 21.500v.01" />
      ) : (
        sign(health)
      )}
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
      return <Sign path="M12 3v10M12 20.500v.01" />;
  }
}

function Sign({ path }: { readonly path: string }): ReactElement {
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
      <path d={path} />
    </svg>
  );
}
