import { useCallback, useEffect, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import type { Action, PopupApi } from '../../core/contract.ts';
import type { Catalogue } from '../../core/text/catalogue.ts';
import { PopupContext, type Popup } from '../state/popup.ts';

interface Props {
  readonly api: PopupApi;
  readonly texts: Catalogue;
  readonly children: ReactNode;
}

interface Announcement {
  readonly text: string;
  readonly number: number;
}

/** What surrounds every page: the way to act, the Escape key and the live region. */
export function PopupFrame({ api, texts, children }: Props): ReactElement {
  const [said, setSaid] = useState<Announcement>({ text: '', number: 0 });
  const announce = useCallback((text: string) => setSaid(({ number }) => ({ text, number: number + 1 })), []);
  const act = useActions(api);
  useEscape(act);
  const popup = useMemo<Popup>(() => ({ texts, act, announce }), [texts, act, announce]);

  return (
    <PopupContext value={popup}>
      {children}
      <output className="unseen">
        {/* A new element each time: the same words twice are said twice. */}
        <span key={said.number}>{said.text}</span>
      </output>
    </PopupContext>
  );
}

function useActions(api: PopupApi): Popup['act'] {
  return useCallback(
    // An unreachable main process and a refusal are the same to the user: it was not done.
    (action: Action) => api.act(action).catch(() => false),
    [api],
  );
}

function useEscape(act: Popup['act']): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) void act({ type: 'hide' });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [act]);
}
