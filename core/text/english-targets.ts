import type { TargetWords } from './target-words.ts';

/** The words for the list of targets in English. */
export const englishTargets: TargetWords = {
  colour: (where) => `Colour of ${where}`,
  colours: { none: 'No colour', blue: 'Blue', cyan: 'Cyan', violet: 'Violet', pink: 'Pink', brown: 'Brown' },
  up: (where) => `Move ${where} up`,
  down: (where) => `Move ${where} down`,
  sharing: {
    degraded: (count, all) => `${count} of ${all} proxies ${count === 1 ? 'works' : 'work'} only partly`,
    down: (count, all) => `${count} of ${all} proxies ${count === 1 ? 'is' : 'are'} down`,
  },
  more: (count) => `${count.toLocaleString('en')} more`,
  moved: (where, place, of) => `${where} is number ${place} of ${of}`,
};
