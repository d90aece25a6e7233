import type { PopupApi } from '../core/contract.ts';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly pilotLight: PopupApi;
  }
}

/** The one door to the main process. */
export function popupApi(): PopupApi {
  return window.pilotLight;
}
