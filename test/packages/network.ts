import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Desk } from '../e2e/desk.ts';

/** A network of a test's own, with a way out behind which nobody is. */
export interface Network {
  /** The command that runs another one in it. */
  readonly inside: readonly string[];
  /** How many packets have left it so far. */
  packetsOut(): number;
}

// The addresses are of a kind that is for examples only (RFC 5737). The neighbour is known, so that nobody needs to be asked
// for it; and without IPv6 the kernel says nothing of its own accord.
const SET_UP = `
set -e
echo 1 > /proc/sys/net/ipv6/conf/all/disable_ipv6
ip link set lo up
ip link add outside type veth peer name beyond
ip link set outside up
ip link set beyond up
ip address add 192.0.2.1/24 dev outside
ip neighbour add 192.0.2.2 lladdr 02:00:00:00:00:02 dev outside
ip route add default via 192.0.2.2
echo ready
exec sleep infinity`;

/** Makes it. It ends with the test. */
export async function makeNetwork(desk: Desk): Promise<Network> {
  const holder = desk.run(['unshare', '--net', 'sh', '-c', SET_UP, desk.folder], process.env);
  await expect.poll(() => holder.output(), { timeout: 10_000 }).toContain('ready');
  return {
    inside: ['nsenter', `--net=/proc/${holder.pid}/ns/net`, '--'],
    packetsOut: () => {
      const [, counts = ''] = /^ *outside:(.*)$/m.exec(readFileSync(`/proc/${holder.pid}/net/dev`, 'utf8')) ?? [];
      // Eight of what came in; then of what went out: bytes, packets.
      return Number(counts.trim().split(/\s+/)[9]);
    },
  };
}
