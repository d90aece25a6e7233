import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { popupDocument } from '../../electron/popup-document.ts';

const STYLE = '.a{content:"$&"}';
const PAGE = `<!doctype html>
<html lang="en">
  <head><style>${STYLE}</style></head>
  <body>
    <div id="root"></div>
  </body>
</html>`;

it('is the page as it was built, where nothing is known', () => {
  const { head, body } = popupDocument(PAGE);
  expect(head + body(undefined)).toBe(PAGE.replace('<html lang="en">', '<html lang="en" dir="ltr">'));
});

it('has the language in its head and the picture in its body, letter by letter', () => {
  const { head, body } = popupDocument(PAGE, { locale: 'ar', direction: 'rtl' });
  expect(head).toContain('<html lang="ar" dir="rtl">');
  expect(head).not.toContain('<body>');
  expect(body("<p>$& $` $'</p>")).toContain(
    `<div id="root"><div inert aria-hidden="true"><p>$& $\` $'</p></div></div>`,
  );
});

it('allows its own style and no other', () => {
  const hash = createHash('sha256').update(STYLE).digest('base64');
  expect(popupDocument(PAGE).styleSource).toBe(`'sha256-${hash}'`);
});
