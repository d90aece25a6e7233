import { createContext, useContext } from 'react';
import type { Action, Outcome } from '../../core/contract.ts';
import type { Catalogue } from '../../core/text/catalogue.ts';
import type { Pages } from './pages.ts';

/** What every part of the popup may use. */
export interface Popup {
  readonly texts: Catalogue;
  /** Never rejects: what could not be asked for was not done. */
  readonly act: (action: Action) => Promise<Outcome>;
  /** Lets a screen reader say something, when it has finished its sentence. */
  readonly announce: (text: string) => void;
  readonly show: Pages['show'];
}

export const PopupContext = createContext<Popup | undefined>(undefined);

/** The popup around this component. */
export function usePopup(): Popup {
  const popup = useContext(PopupContext);
  if (popup === undefined) throw new Error('used outside of the popup');
  return popup;
}
