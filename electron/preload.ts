import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { CHANNELS } from '../core/contract-channels.ts';
import type { PopupApi } from '../core/contract.ts';
import type { Snapshot } from '../core/snapshot.ts';

const api: PopupApi = {
  ask: () => ipcRenderer.invoke(CHANNELS.ask),
  act: (action) => ipcRenderer.invoke(CHANNELS.act, action),
  onSnapshot: (listener) => {
    // The event itself stays here: it would hand the popup the whole of `ipcRenderer`.
    const receive = (_event: IpcRendererEvent, snapshot: Snapshot): void => listener(snapshot);
    ipcRenderer.on(CHANNELS.snapshot, receive);
    return () => {
      ipcRenderer.removeListener(CHANNELS.snapshot, receive);
    };
  },
};

contextBridge.exposeInMainWorld('pilotLight', api);
