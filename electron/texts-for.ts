import { app } from 'electron';
import type { Snapshot } from '../core/snapshot.ts';
import type { Catalogue } from '../core/text/catalogue.ts';
import { catalogueFor } from '../core/text/languages.ts';

/** The texts in the language that the settings of a snapshot ask for. */
export type TextsFor = (snapshot: Pick<Snapshot, 'settings'>) => Catalogue;

/** `system` is the language of the desktop. */
export const textsFor: TextsFor = ({ settings }) => catalogueFor(settings.language, app.getLocale());
