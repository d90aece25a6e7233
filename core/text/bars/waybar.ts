import type { Snapshot } from '../../snapshot.ts';
import type { Catalogue } from '../catalogue.ts';
import { barText, targetLine } from './bar-lines.ts';

/** What a custom module of Waybar reads with `"return-type": "json"`. */
export interface WaybarStatus {
  readonly text: string;
  readonly alt: string;
  readonly class: string;
  readonly tooltip: string;
}

export function waybarStatus(snapshot: Snapshot, texts: Catalogue): WaybarStatus {
  const { light, targets } = snapshot;
  const lines = targets.map((target) => targetLine(target, snapshot, texts));
  return { text: inMarkup(barText(snapshot, texts)), alt: light, class: light, tooltip: inMarkup(lines.join('\n')) };
}

// Waybar reads both texts as Pango markup.
function inMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
