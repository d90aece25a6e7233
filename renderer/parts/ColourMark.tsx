import type { ReactElement } from 'react';
import type { TargetColour } from '../../core/settings.ts';
import css from './ColourMark.module.css';

/** The colour of a target, before its name; nothing where it has none. Square, so that nobody takes it for a light. */
export function ColourMark({ colour }: { readonly colour: TargetColour | undefined }): ReactElement | undefined {
  return colour && <span className={css['mark']} data-colour={colour} aria-hidden="true" />;
}
