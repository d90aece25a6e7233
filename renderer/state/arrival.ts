import { useEffect, useRef, type RefObject } from 'react';

/** For the element that takes the focus when its page comes: where reading begins, or where the user left off. */
export function useArrival<Focused extends HTMLElement>(takesFocus: boolean): RefObject<Focused | null> {
  const element = useRef<Focused>(null);
  const atFirst = useRef(takesFocus);
  useEffect(() => {
    if (atFirst.current) element.current?.focus({ preventScroll: true });
  }, []);
  return element;
}
