import { useLayoutEffect, useRef, type RefObject } from 'react';

/** For the element that takes the focus when its page comes: where reading begins, or where the user left off. */
export function useArrival<Focused extends HTMLElement>(takesFocus: boolean): RefObject<Focused | null> {
  const element = useRef<Focused>(null);
  const atFirst = useRef(takesFocus);
  // In the commit that brings the page: a key that is pressed in the very next moment must not meet nothing.
  useLayoutEffect(() => {
    if (atFirst.current) element.current?.focus({ preventScroll: true });
  }, []);
  return element;
}
