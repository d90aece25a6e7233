import { useCallback, useEffect, useRef, useState } from 'react';

/** What the live region says. */
interface Said {
  readonly text: string;
  /** Counts up, so that the same words twice are two announcements. */
  readonly number: number;
}

interface Announcements {
  readonly said: Said;
  readonly announce: (text: string) => void;
}

/** The words of the live region. Several that come in the same moment are said together and do not cut each other off. */
export function useAnnouncements(): Announcements {
  const [said, setSaid] = useState<Said>({ text: '', number: 0 });
  const isOpen = useRef(false);
  const announce = useCallback((text: string) => {
    const joins = isOpen.current;
    isOpen.current = true;
    setSaid((old) => (joins ? { ...old, text: `${old.text}. ${text}` } : { text, number: old.number + 1 }));
  }, []);
  // Runs after the effects of all that is inside, so the moment ends when it is drawn.
  useEffect(() => {
    isOpen.current = false;
  });
  return { said, announce };
}
