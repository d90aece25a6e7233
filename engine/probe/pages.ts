/** What a page is asked for; each kind is asked in its own way, and no more of it is read than it can sensibly have. */
export type PageKind = 'health' | 'metrics';

interface PageRules {
  readonly accept: string;
  /** The most bytes of a body that are read. */
  readonly maxBytes: number;
}

/** A health answer has a few hundred bytes; a page of metrics, some ten thousand. */
export const PAGES: Readonly<Record<PageKind, PageRules>> = {
  health: { accept: 'application/json, application/health+json;q=0.9, */*;q=0.1', maxBytes: 256 * 1024 },
  metrics: { accept: 'text/plain;version=0.0.4, */*;q=0.1', maxBytes: 1024 * 1024 },
};
