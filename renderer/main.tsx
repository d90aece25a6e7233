import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { popupApi } from './bridge.ts';
import { App } from './shell/App.tsx';
import { loadPages } from './shell/later-pages.ts';
import { createMirror } from './state/mirror.ts';
import { followLanguage } from './state/texts.ts';
import './styles/tokens.css';
import './styles/tones.css';
import './styles/base.css';

// When the popup has never a quiet moment, its other pages are loaded after this time.
const IDLE_LIMIT_MS = 2_000;

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root');

const api = popupApi();
const mirror = createMirror(api);
mirror.start();

const page = createRoot(root);
followLanguage(mirror, navigator.language, (texts) => {
  document.documentElement.lang = texts.locale;
  document.documentElement.dir = texts.direction;
  page.render(
    <StrictMode>
      <App mirror={mirror} api={api} texts={texts} />
    </StrictMode>,
  );
});

// So that a page is there when it is turned to. What cannot be had now is asked for again, and told, when it is wanted.
window.requestIdleCallback(() => void loadPages().catch(() => undefined), { timeout: IDLE_LIMIT_MS });
