import type { Snapshot } from '../snapshot.ts';
import type { Catalogue } from './catalogue.ts';

/**
 * Draws what the popup opens with as markup in which all text is escaped. Nothing where it opens with another page than
 * the first one. This is what the bundle of `renderer/picture.tsx` gives to the main process.
 */
export type DrawPicture = (snapshot: Snapshot, texts: Catalogue) => string | undefined;
