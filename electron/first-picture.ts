import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setImmediate as turn } from 'node:timers/promises';
import { Script } from 'node:vm';
import type { Snapshot } from '../core/snapshot.ts';
import type { Catalogue } from '../core/text/catalogue.ts';
import type { DrawPicture } from '../core/text/draw-picture.ts';
import type { Clock } from '../engine/clock.ts';
import type { Log } from './log.ts';
import type { TextsFor } from './texts-for.ts';

/** What the popup shows before its own script runs. */
export interface FirstPicture {
  /** The texts that it is written with. */
  readonly texts: () => Catalogue;
  /** The picture of the newest snapshot, as markup; nothing where there is none. */
  readonly draw: () => Promise<string | undefined>;
  readonly stop: () => void;
}

export interface FirstPictureOptions {
  /** The bundle that draws. */
  readonly path: string;
  readonly snapshot: () => Snapshot;
  readonly textsFor: TextsFor;
  readonly clock: Clock;
  readonly log: Log;
}

// By then the app has started, and hardly anybody has clicked.
const REHEARSED_AFTER_MS = 1_500;

/**
 * Loads what draws when it is needed, and lets it go: kept for good, it would cost 2 MB. Only what V8 made of it when it was
 * drawn for the first time, soon after the start and for nobody, is kept (0.25 MB): with that it is drawn in less than half the
 * time (measured: 35 to 54 ms without it, 7 to 20 with it).
 */
export function firstPicture({ path, snapshot, textsFor, clock, log }: FirstPictureOptions): FirstPicture {
  const texts = (): Catalogue => textsFor(snapshot());
  let compiled: Buffer | undefined;
  const attempt = async (): Promise<Drawn | undefined> => {
    try {
      // In pieces: between them the window goes on being made.
      await turn();
      const { script, drawPicture } = load(path, compiled);
      await turn();
      return { script, picture: drawPicture(snapshot(), texts()) };
    } catch (error) {
      log('The first picture of the popup cannot be drawn', error);
      return undefined;
    }
  };
  const rehearse = async (): Promise<void> => {
    compiled = (await attempt())?.script.createCachedData();
  };
  return {
    texts,
    draw: async () => (await attempt())?.picture,
    stop: clock.after(REHEARSED_AFTER_MS, () => void rehearse()),
  };
}

interface Drawn {
  readonly script: Script;
  readonly picture: string | undefined;
}

interface Loaded {
  readonly script: Script;
  readonly drawPicture: DrawPicture;
}

// As Node loads CommonJS, but that nobody keeps it, and that V8 is given what it has compiled before.
function load(path: string, compiled: Buffer | undefined): Loaded {
  const source = `(function (exports, require) {${readFileSync(path, 'utf8')}\n})`;
  const script = new Script(source, { filename: path, ...(compiled !== undefined && { cachedData: compiled }) });
  const exported: { drawPicture?: DrawPicture } = {};
  script.runInThisContext()(exported, createRequire(path));
  const { drawPicture } = exported;
  if (drawPicture === undefined) throw new TypeError('The bundle draws nothing');
  return { script, drawPicture };
}
