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

// By then the popup is in sight, and nothing that it opens with waits for its other pages.
const OPEN_MS = 1_000;

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
setTimeout(() => void loadPages().catch(() => undefined), OPEN_MS);
