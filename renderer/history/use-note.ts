import { useCallback, useEffect, useRef, useState } from 'react';
import type { PastIncident } from '../../core/history/past-incident.ts';
import { usePopup } from '../state/popup.ts';

/** After so long without a key the note is kept. */
const PAUSE_MS = 1_500;

interface NoteDraft {
  readonly text: string;
  readonly change: (text: string) => void;
  /** Keeps what is typed, unless it is kept already. */
  readonly keep: () => void;
  /** What became of it; absent while it is typed, and before. */
  readonly state: 'kept' | 'failed' | undefined;
}

/** What the user writes about an incident: kept by itself after a pause, on leaving the field and on leaving the page. */
export function useNote(target: string, { id, note = '' }: PastIncident): NoteDraft {
  const { texts, act, announce } = usePopup();
  const [typed, setTyped] = useState<string>();
  const [state, setState] = useState<NoteDraft['state']>();
  const pending = useRef<string>(undefined);
  const { noteKept, noteFailed } = texts.history;

  const keepNow = useCallback(async (): Promise<void> => {
    const wanted = pending.current;
    if (wanted === undefined) return;
    pending.current = undefined;
    const { done } = await act({ type: 'note-incident', target, incident: id, note: wanted });
    if (pending.current !== undefined) return;
    setState(done ? 'kept' : 'failed');
    announce(done ? noteKept : noteFailed);
  }, [act, announce, target, id, noteKept, noteFailed]);

  const keep = useCallback(() => void keepNow(), [keepNow]);

  useEffect(() => {
    if (typed === undefined) return undefined;
    const timer = setTimeout(keep, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, keep]);
  useEffect(() => keep, [keep]);

  const change = (text: string): void => {
    pending.current = text;
    setTyped(text);
    setState(undefined);
  };
  return { text: typed ?? note, change, keep, state };
}
