import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { PopupApi } from '../../core/contract.ts';
import type { Catalogue } from '../../core/text/catalogue.ts';
import { Home } from '../home/Home.tsx';
import type { Mirror } from '../state/mirror.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { PopupFrame } from './PopupFrame.tsx';

interface Props {
  readonly mirror: Mirror;
  readonly api: PopupApi;
  readonly texts: Catalogue;
}

/** The whole popup. */
export function App({ mirror, api, texts }: Props): ReactElement {
  const snapshot = useStore(mirror.store, (state) => state.snapshot);
  return (
    <PopupFrame api={api} texts={texts}>
      <ErrorBoundary seq={snapshot?.seq} onAskAgain={mirror.refresh}>
        <Home snapshot={snapshot} />
      </ErrorBoundary>
    </PopupFrame>
  );
}
