import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** What the registries of special-purpose addresses (IANA, RFC 6890 and its followers) keep out of the public network. */
const reserved4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
/** Within 2000::/3, the only public block: protocol assignments and Teredo, documentation, 6to4. */
const reserved6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const refused = new BlockList();
for (const [network, prefix] of reserved4) refused.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of reserved6) refused.addSubnet(network, prefix, 'ipv6');
const open6 = new BlockList();
open6.addSubnet('2000::', 3, 'ipv6');

/** Blocks whose last 32 bits are an IPv4 address that the packet goes to: mapped addresses, and NAT64. */
const carriers = ['::ffff:0:0', '64:ff9b::'].map((network) => {
  const list = new BlockList();
  list.addSubnet(network, 96, 'ipv6');
  return list;
});

/**
 * Whether an IP address is one of the public network: not private, loopback, link-local, shared (carrier-grade NAT),
 * multicast, for documentation or otherwise reserved. Anything that is no address is not public.
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/%.*$/, '');
  if (isIPv4(bare)) return !refused.check(bare, 'ipv4');
  if (!isIPv6(bare)) return false;
  if (carriers.some((list) => list.check(bare, 'ipv6'))) return isPublicAddress(lastFour(bare));
  return open6.check(bare, 'ipv6') && !refused.check(bare, 'ipv6');
}

/** The IPv4 address in the last 32 bits of an IPv6 address. */
function lastFour(address: string): string {
  // The URL parser writes every IPv6 address in one way: `::ffff:127.0.0.1` becomes `::ffff:7f00:1`.
  const plain = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [high = '0', low = '0'] = `0:${plain.replace('::', ':')}`.split(':').filter(Boolean).slice(-2);
  const bits = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return bits.flatMap((half) => [half >> 8, half & 255]).join('.');
}
