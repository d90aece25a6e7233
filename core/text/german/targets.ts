import type { TargetWords } from '../target-words.ts';
import { counted } from './units.ts';

/** The words for the list of targets in German. */
export const germanTargets: TargetWords = {
  colour: (where) => `Farbe von ${where}`,
  colours: { none: 'Keine Farbe', blue: 'Blau', cyan: 'Türkis', violet: 'Violett', pink: 'Rosa', brown: 'Braun' },
  up: (where) => `${where} nach oben`,
  down: (where) => `${where} nach unten`,
  sharing: {
    degraded: (count, all) => `${count} von ${all} Proxys ${count === 1 ? 'ist' : 'sind'} beeinträchtigt`,
    down: (count, all) => `${count} von ${all} Proxys ${count === 1 ? 'ist' : 'sind'} gestört`,
  },
  more: (count) => counted(count, 'weiterer', 'weitere'),
  moved: (where, place, of) => `${where} ist Nummer ${place} von ${of}`,
};
