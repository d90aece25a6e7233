/** What a program can bind to so that this computer's loopback reaches it. */
export type LoopbackBind = '127.0.0.1' | '0.0.0.0' | '::1' | '::';

const V4_FIRST: readonly LoopbackBind[] = ['127.0.0.1', '0.0.0.0', '::', '::1'];
const V6_FIRST: readonly LoopbackBind[] = ['::1', '::', '127.0.0.1', '0.0.0.0'];

const ORDER_OF_HOST: ReadonlyMap<string, readonly LoopbackBind[]> = new Map([
  ['localhost', V4_FIRST],
  ['127.0.0.1', V4_FIRST],
  ['0.0.0.0', V4_FIRST],
  ['::1', V6_FIRST],
  ['::', V6_FIRST],
]);

/**
 * The binds on which a host of this computer is answered, best first: the kernel gives a connection to the most specific
 * listener. The other family comes last, as it also has the port. `undefined`: not a loopback host.
 */
export function bindOrder(host: string): readonly LoopbackBind[] | undefined {
  return ORDER_OF_HOST.get(unbracketed(host));
}

/** An address as a tool prints it, with or without brackets, as a bind; `undefined` where loopback does not reach it. */
export function loopbackBind(address: string): LoopbackBind | undefined {
  const bare = unbracketed(address).replace(/^::ffff:(?=[\d.]+$)/i, '');
  return V4_FIRST.find((bind) => bind === bare);
}

/** Those of the listeners that a connection gets to: all on the best bind, since several may share it. */
export function reachedFirst<Listener extends { readonly bind: LoopbackBind }>(
  listeners: readonly Listener[],
  order: readonly LoopbackBind[],
): readonly Listener[] {
  const best = order.find((bind) => listeners.some((listener) => listener.bind === bind));
  return listeners.filter(({ bind }) => bind === best);
}

function unbracketed(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1');
}
