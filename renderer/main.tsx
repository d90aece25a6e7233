import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { english } from '../core/text/english.ts';
import { popupApi } from './bridge.ts';
import { App } from './shell/App.tsx';
import { createMirror } from './state/mirror.ts';
import './styles/tokens.css';
import './styles/tones.css';
import './styles/base.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root');

const api = popupApi();
const mirror = createMirror(api);
mirror.start();

createRoot(root).render(
  <StrictMode>
    <App mirror={mirror} api={api} texts={english} />
  </StrictMode>,
);
