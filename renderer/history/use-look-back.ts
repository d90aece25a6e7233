import { useEffect, useRef, useState } from 'react';
import type { LookBack, Span } from '../../core/history/look-back.ts';
import { usePopup } from '../state/popup.ts';

/** What is known of a target over a span. While it is asked for anew, what was known before stays. */
interface LookingBack {
  /** Absent while it is asked for the first time, and where it could not be read. */
  readonly lookBack: LookBack | undefined;
  readonly hasFailed: boolean;
  readonly askAgain: () => void;
}

interface Answer {
  readonly target: string;
  /** Absent: it could not be read. */
  readonly lookBack: LookBack | undefined;
}

/** How old an answer may be before something new makes it stale. */
const FRESH_MS = 5_000;
const NEVER = -Infinity;

/** Looks back at a target, and again when a newer snapshot has come; but not all the time, and not while nobody can see it. */
export function useLookBack(target: string, span: Span, seq: number): LookingBack {
  const { act } = usePopup();
  const [answer, setAnswer] = useState<Answer>();
  const [attempt, setAttempt] = useState(0);
  const asked = useRef({ question: '', seq: -1, at: NEVER });

  useEffect(() => {
    const question = `${attempt} ${span} ${target}`;
    const ask = async (): Promise<void> => {
      if (document.hidden) return;
      asked.current = { question, seq, at: performance.now() };
      const { done, lookBack } = await act({ type: 'look-back', target, span });
      // The answer to an older question may come later.
      if (asked.current.question === question) setAnswer({ target, lookBack: done ? lookBack : undefined });
    };
    const { at, ...before } = asked.current;
    const isSame = before.question === question;
    if (isSame && before.seq === seq) return undefined;
    const restMs = isSame ? at + FRESH_MS - performance.now() : 0;
    if (restMs <= 0) {
      void ask();
      return undefined;
    }
    const timer = setTimeout(() => void ask(), restMs);
    return () => clearTimeout(timer);
  }, [act, target, span, seq, attempt]);

  const isThis = answer?.target === target;
  return {
    lookBack: isThis ? answer.lookBack : undefined,
    hasFailed: isThis && answer.lookBack === undefined,
    askAgain: () => setAttempt(attempt + 1),
  };
}
