import { isHarmlessHost } from './hosts.ts';
import type { Detector, Span } from './span.ts';

const URL_LIKE = /(?<![a-z0-9+.-])([a-z][a-z0-9+.-]{1,20}):[\\/]{2}([^\s"'<>`|{}]{0,2048})/gi;
// Addresses that lead to no other computer. "app" is our own.
const LOCAL_SCHEME = /^(?:app|node|chrome|chrome-extension|devtools|blob|about|data|webpack|electron)$/i;

/** Finds addresses of other computers, with all that they carry; of this computer's, the name and password in them. */
export const urls: Detector = (text) => [...text.matchAll(URL_LIKE)].flatMap((match) => inUrl(match));

function inUrl({ index, 0: whole, 1: scheme = '', 2: rest = '' }: RegExpExecArray): readonly Span[] {
  if (LOCAL_SCHEME.test(scheme)) return [];
  const [authority = ''] = rest.split(/[/?#\\,;]/);
  const userEnd = authority.lastIndexOf('@') + 1;
  const host = hostOf(authority.slice(userEnd));
  const start = index + whole.length - rest.length;
  // "file:///home/..." is a path, which others look at.
  if (host === '' || isHarmlessHost(host))
    return userEnd > 1 ? [{ start, end: start + userEnd - 1, mark: '[secret]' }] : [];
  const end = index + whole.replace(/[).,;:!?\]]+$/, '').length;
  return [{ start: index, end: Math.max(end, start + authority.length), mark: '[host]' }];
}

function hostOf(authority: string): string {
  return /^\[[^\]]*\]/.exec(authority)?.[0] ?? authority.replace(/:.*$/, '').replace(/[).,!\]]+$/, '');
}
