import type { Serve } from './wire.ts';

/** One way of being hostile. Its id is its number in the list of bad input, with a letter for each variant. */
export interface HostileInput {
  readonly what: string;
  /** What is done with each connection. `refuse`: nothing listens. */
  readonly serve: Serve | 'refuse';
  /** True: done before anything was asked. */
  readonly unasked?: true;
  /** With TLS: the certificate that the server shows. `url`: whether the target is watched as https too. */
  readonly tls?: { readonly certificate: 'self-signed' | 'expired' | 'wrong-name'; readonly url: 'http' | 'https' };
  /** The target is watched as https although the server speaks no TLS. */
  readonly watchedAsHttps?: true;
  /** How many different answers it gives, one after the other and then from the start again. Absent: one. */
  readonly answers?: number;
  /** Why this one may be green all the same. Absent: it never may. */
  readonly mayBeGreen?: string;
}

export type Inputs = Readonly<Record<string, HostileInput>>;
