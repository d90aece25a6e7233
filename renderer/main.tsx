import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { popupApi } from './bridge.ts';
import { App } from './shell/App.tsx';
import { createMirror } from './state/mirror.ts';
import { followLanguage } from './state/texts.ts';
import './styles/tokens.css';
import './styles/tones.css';
import './styles/base.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root');

const api = popupApi();
const mirror = createMirror(api);
mirror.start();

const page = createRoot(root);
followLanguage(mirror, navigator.language, (texts) => {
  document.documentElement.lang = texts.locale;
  page.render(
    <StrictMode>
      <App mirror={mirror} api={api} texts={texts} />
    </StrictMode>,
  );
});
