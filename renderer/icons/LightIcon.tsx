import type { ReactElement } from 'react';
import type { Light } from '../../core/health/light.ts';
import css from './LightIcon.module.css';

// The same drawings as build/icons, where the tray takes them from.
const SHAPES: Readonly<Record<Light, ReactElement>> = {
  healthy: (
    <path
      fill="currentColor"
      fillRule="evenodd"
      d="M8.6 0.2C9 3 13.5 5.2 13.5 10C13.5 13.6 11.2 16 8 16S2.5 13.7 2.5 10.3C2.5 8.2 3.5 6.6 4.7 5.4C4.9 6.5 5.3 7.2 5.9 7.7C5.5 4.8 6.6 2 8.6 0.2ZM8 9C6.7 10.3 6 11.3 6 12.6C6 14 6.8 15 8 15S10 14 10 12.6C10 11.3 9.3 10.3 8 9Z"
    />
  ),
  degraded: (
    <g fill="currentColor">
      <path d="M6.1 0.2C6.5 3 11 5.2 11 10C11 13.6 8.7 16 5.5 16S0 13.7 0 10.3C0 8.2 1 6.6 2.2 5.4C2.4 6.5 2.8 7.2 3.4 7.7C3 4.8 4.1 2 6.1 0.2Z" />
      <path d="M14.5 0A1.5 1.5 0 0 1 16 1.5L15.7 9.5A1.2 1.2 0 0 1 13.3 9.5L13 1.5A1.5 1.5 0 0 1 14.5 0Z" />
      <circle cx="14.5" cy="14.5" r="1.5" />
    </g>
  ),
  down: (
    <g fill="none" stroke="currentColor" strokeWidth="2">
      <circle cx="8" cy="8" r="7" />
      <path strokeLinecap="round" d="M5.5 5.5l5 5M10.5 5.5l-5 5" />
    </g>
  ),
  unknown: <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" />,
  paused: <path fill="none" stroke="currentColor" strokeWidth="4" strokeLinecap="round" d="M4 4v8M12 4v8" />,
};

interface Props {
  readonly light: Light;
  /** Width and height in CSS pixels. */
  readonly size: number;
}

/** The shape of a light, in its tone: meaning by shape first, colour second. */
export function LightIcon({ light, size }: Props): ReactElement {
  return (
    <svg className={css['icon']} data-light={light} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      {SHAPES[light]}
    </svg>
  );
}
