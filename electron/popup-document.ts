import type { Catalogue } from '../core/text/catalogue.ts';
import { sha256 } from '../engine/sha256.ts';

/** The popup's page in two parts, since the second has something in it that takes a moment. */
export interface PopupDocument {
  /** All that comes before its body, with the style that the popup opens with. */
  readonly head: string;
  /** The rest, with this picture in it: for the eyes alone, and gone when the popup's own script draws. */
  readonly body: (picture: string | undefined) => string;
  /** The source by which a content security policy allows the style in its head, and no other. */
  readonly styleSource: string;
}

const AS_BUILT = { locale: 'en', direction: 'ltr' } as const;
const ROOT = '<div id="root">';

/** The page that the build made, in a language. */
export function popupDocument(
  page: string,
  { locale, direction }: Pick<Catalogue, 'locale' | 'direction'> = AS_BUILT,
): PopupDocument {
  const [head = '', style = ''] = /^[\s\S]*?<style>([\s\S]*?)<\/style>[\s\S]*?(?=<body>)/.exec(page) ?? [];
  const rest = page.slice(head.length);
  return {
    head: head.replace('<html lang="en">', `<html lang="${locale}" dir="${direction}">`),
    body: (picture) =>
      picture === undefined ? rest : rest.replace(ROOT, () => `${ROOT}<div inert aria-hidden="true">${picture}</div>`),
    styleSource: `'sha256-${sha256(style).toString('base64')}'`,
  };
}
