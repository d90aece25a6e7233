import { createContext, useContext } from 'react';
import type { Action } from '../../core/contract.ts';
import type { Catalogue } from '../../core/text/catalogue.ts';

/** What every part of the popup may use. */
export interface Popup {
  readonly texts: Catalogue;
  /** Resolves to false when the action was not done. Never rejects. */
  readonly act: (action: Action) => Promise<boolean>;
  /** Lets a screen reader say something, when it has finished its sentence. */
  readonly announce: (text: string) => void;
}

export const PopupContext = createContext<Popup | undefined>(undefined);

/** The popup around this component. */
export function usePopup(): Popup {
  const popup = useContext(PopupContext);
  if (popup === undefined) throw new Error('used outside of the popup');
  return popup;
}
