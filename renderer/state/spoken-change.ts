import { useEffect, useRef } from 'react';
import { usePopup } from './popup.ts';

/**
 * Speaks `sentence` once whenever `key` has changed, unless it is empty. What the window opens with is read there anyway,
 * so the first key is silent; it is absent until something is known.
 */
export function useSpokenChange(key: string | undefined, sentence: string): void {
  const { announce } = usePopup();
  const spoken = useRef(key);

  useEffect(() => {
    if (key === spoken.current) return;
    if (spoken.current !== undefined && sentence !== '') announce(sentence);
    spoken.current = key;
  }, [announce, key, sentence]);
}
