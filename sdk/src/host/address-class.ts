import { BlockList, isIP, isIPv6 } from 'node:net';

/**
 * What an address is, for the decision whether a plugin may connect to it.
 * - `public`: reachable over the internet.
 * - `loopback`: this machine.
 * - `private`: of a private or carrier network (RFC 1918, RFC 6598, RFC 4193).
 * - `reserved`: everything else: link-local with the metadata services of clouds, multicast, unspecified,
 *   documentation, and forms that carry another address inside (NAT64, 6to4, Teredo).
 */
export type AddressClass = 'public' | 'loopback' | 'private' | 'reserved';

type Range = readonly [network: string, prefix: number];

// https://www.iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry
const loopbackRanges: readonly Range[] = [
  ['127.0.0.0', 8],
  ['::1', 128],
];
const privateRanges: readonly Range[] = [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['fc00::', 7],
];
const reservedRanges: readonly Range[] = [
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16
  ['168.63.129.16', 32],
  // The metadata service of AWS over IPv6 lies inside the private range: it has to be named itself.
  ['fd00:ec2::254', 128],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];
/** Metadata services inside the carrier range (Alibaba, Tailscale’s resolver). */
const carrierMetadata: readonly Range[] = [
  ['100.100.100.200', 32],
  ['100.100.100.100', 32],
];
/** All of IPv6 that has been given out for the internet; the rest is reserved, now and later. */
const globalUnicast: readonly Range[] = [['2000::', 3]];

const loopback = listOf(loopbackRanges);
const privateUse = listOf(privateRanges);
const reserved = listOf([...reservedRanges, ...carrierMetadata]);
const unicast = listOf(globalUnicast);

/** Classifies an IPv4 or IPv6 address. IPv4 inside IPv6 (`::ffff:…`) counts as that IPv4 address; no address is `reserved`. */
export function addressClass(address: string): AddressClass {
  const family = isIP(address);
  if (family === 0 || address.includes('%')) return 'reserved';
  const type = family === 6 ? 'ipv6' : 'ipv4';
  if (reserved.check(address, type)) return 'reserved';
  if (loopback.check(address, type)) return 'loopback';
  if (privateUse.check(address, type)) return 'private';
  if (family === 4 || isMapped(address)) return 'public';
  return unicast.check(address, 'ipv6') ? 'public' : 'reserved';
}

function isMapped(address: string): boolean {
  // The URL parser writes every spelling of an address in one form.
  return isIPv6(address) && /^\[::ffff:[0-9a-f]+:[0-9a-f]+\]$/.test(new URL(`http://[${address}]`).hostname);
}

function listOf(ranges: readonly Range[]): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of ranges) list.addSubnet(network, prefix, isIP(network) === 6 ? 'ipv6' : 'ipv4');
  return list;
}
