import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { PopupApi } from '../../core/contract.ts';
import type { Catalogue } from '../../core/text/catalogue.ts';
import type { Mirror } from '../state/mirror.ts';
import { usePages } from '../state/pages.ts';
import { CurrentPage } from './CurrentPage.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { PopupFrame } from './PopupFrame.tsx';
import { useReadyPlace } from './use-ready-place.ts';

interface Props {
  readonly mirror: Mirror;
  readonly api: PopupApi;
  readonly texts: Catalogue;
}

/** The whole popup. */
export function App({ mirror, api, texts }: Props): ReactElement {
  const snapshot = useStore(mirror.store, (state) => state.snapshot);
  const pages = usePages(snapshot);
  const { ready, askAgain } = useReadyPlace(pages.place);
  return (
    <PopupFrame api={api} texts={texts} pages={pages}>
      <ErrorBoundary seq={snapshot?.seq} onAskAgain={mirror.refresh} onTryAgain={askAgain}>
        <CurrentPage snapshot={snapshot} ready={ready} />
      </ErrorBoundary>
    </PopupFrame>
  );
}
