import { createRequire } from 'node:module';
import { setImmediate as turn } from 'node:timers/promises';
import type { Snapshot } from '../core/snapshot.ts';
import type { Catalogue } from '../core/text/catalogue.ts';
import type { DrawPicture } from '../core/text/draw-picture.ts';
import type { Log } from './log.ts';
import type { TextsFor } from './texts-for.ts';

/** What the popup shows before its own script runs. */
export interface FirstPicture {
  /** The texts that it is written with. */
  readonly texts: () => Catalogue;
  /** The picture of the newest snapshot, as markup; nothing where there is none. */
  readonly draw: () => Promise<string | undefined>;
}

export interface FirstPictureOptions {
  /** The bundle that draws. */
  readonly path: string;
  readonly snapshot: () => Snapshot;
  readonly textsFor: TextsFor;
  readonly log: Log;
}

/** Loads what draws when it is needed, and lets it go: kept for good, it would cost 2 MB. */
export function firstPicture({ path, snapshot, textsFor, log }: FirstPictureOptions): FirstPicture {
  const texts = (): Catalogue => textsFor(snapshot());
  return {
    texts,
    draw: async () => {
      try {
        // In pieces: between them the window goes on being made.
        await turn();
        const drawPicture = loadToDrop(path);
        await turn();
        return drawPicture(snapshot(), texts());
      } catch (error) {
        log('The first picture of the popup cannot be drawn', error);
        return undefined;
      }
    },
  };
}

// What is imported stays; what is required goes when nobody holds it.
function loadToDrop(path: string): DrawPicture {
  const require = createRequire(path);
  const { drawPicture }: { readonly drawPicture: DrawPicture } = require(path);
  delete require.cache[path];
  return drawPicture;
}
