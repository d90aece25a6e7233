import { useCallback, useEffect, useMemo, type ReactElement, type ReactNode } from 'react';
import type { Action, Outcome, PopupApi } from '../../core/contract.ts';
import type { Catalogue } from '../../core/text/catalogue.ts';
import { useAnnouncements } from '../state/announcements.ts';
import { backFrom, type Pages } from '../state/pages.ts';
import { PopupContext, type Popup } from '../state/popup.ts';

interface Props {
  readonly api: PopupApi;
  readonly texts: Catalogue;
  readonly pages: Pages;
  readonly children: ReactNode;
}

/** What surrounds every page: the way to act, the Escape key and the live region. */
export function PopupFrame({ api, texts, pages, children }: Props): ReactElement {
  const { said, announce } = useAnnouncements();
  const act = useActions(api);
  const { show } = pages;
  const popup = useMemo<Popup>(() => ({ texts, act, announce, show }), [texts, act, announce, show]);
  useEscape(pages, act);

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
    (action: Action) => api.act(action).catch((): Outcome => ({ done: false })),
    [api],
  );
}

/** Escape goes back a page, and from the first page out of the popup. */
function useEscape({ place: { page, from }, show }: Pages, act: Popup['act']): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      const back = backFrom({ page, from });
      if (back === undefined) void act({ type: 'hide' });
      else if (!event.repeat) show(back);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [page, from, show, act]);
}
