import { useEffect, useRef } from 'react';
import type { Light } from '../../core/health/light.ts';
import { usePopup } from './popup.ts';

/** Speaks `sentence` once for every change of the light; what the window opens with is read there anyway. */
export function useSpokenLight(light: Light | undefined, sentence: string): void {
  const { announce } = usePopup();
  const spoken = useRef(light);

  useEffect(() => {
    if (light === spoken.current) return;
    if (spoken.current !== undefined) announce(sentence);
    spoken.current = light;
  }, [announce, light, sentence]);
}
