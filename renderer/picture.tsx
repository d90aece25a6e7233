import { renderToString } from 'react-dom/server';
import { createStore } from 'zustand/vanilla';
import type { PopupApi } from '../core/contract.ts';
import type { DrawPicture } from '../core/text/draw-picture.ts';
import { App } from './shell/App.tsx';
import type { MirrorState } from './state/mirror.ts';
import { opensWith } from './state/pages.ts';

/** Draws the popup as it is when it comes into sight, by what draws the popup itself. */
export const drawPicture: DrawPicture = (snapshot, texts) => {
  if (opensWith(snapshot) !== 'home') return undefined;
  const mirror = { store: createStore<MirrorState>(() => ({ snapshot })), refresh: rest, start: () => rest };
  return renderToString(<App mirror={mirror} api={NO_DOOR} texts={texts} />);
};

// In a picture nothing is pressed.
const NO_DOOR: PopupApi = {
  ask: () => Promise.reject(new Error('asked by a picture')),
  act: () => Promise.resolve({ done: false }),
  onSnapshot: () => rest,
};

function rest(): void {}
