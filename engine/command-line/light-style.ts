import type { Light } from '../../core/health/light.ts';
import { SIGNS } from '../../core/text/bars/bar-lines.ts';
import type { Piece, Style } from './terminal.ts';

const STYLES: Readonly<Record<Light, Style>> = {
  healthy: 'good',
  degraded: 'warning',
  down: 'bad',
  unknown: 'faint',
  paused: 'faint',
};

/** The sign of a light: told by its shape first, and by its colour where there is one. */
export function sign(light: Light): Piece {
  return [STYLES[light], SIGNS[light]];
}

/** A text in the colour of a light. */
export function inColourOf(light: Light, text: string): Piece {
  return [STYLES[light], text];
}
