import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** An address, or a network in CIDR form. */
interface Range {
  readonly address: string;
  readonly family: 'ipv4' | 'ipv6';
  readonly prefix: number;
}

const anyIpv4 = listOf([{ address: '0.0.0.0', family: 'ipv4', prefix: 0 }]);

/** In one form of writing; undefined for what is neither an address nor a network. IPv4 is not written as IPv6 here. */
export function addressRange(text: string): string | undefined {
  const range = readRange(text);
  return range === undefined ? undefined : text.toLowerCase();
}

/** Whether an address is in one of the ranges. IPv4 written as IPv6 (`::ffff:…`) counts as that IPv4 address. */
export function includesAddress(ranges: readonly string[], address: string | undefined): boolean {
  // A link-local address comes with its zone.
  const [plain = ''] = (address ?? '').split('%', 1);
  if (isIPv4(plain)) return listOf(ofFamily(ranges, 'ipv4')).check(plain, 'ipv4');
  if (!isIPv6(plain)) return false;
  const family = anyIpv4.check(plain, 'ipv6') ? 'ipv4' : 'ipv6';
  return listOf(ofFamily(ranges, family)).check(plain, 'ipv6');
}

/** Whether every one of `inner` lies within one of `outer`. */
export function isWithin(inner: readonly string[], outer: readonly string[]): boolean {
  return inner.map(readRange).every((range) => {
    if (range === undefined) return false;
    const wider = ofFamily(outer, range.family).filter(({ prefix }) => prefix <= range.prefix);
    return listOf(wider).check(range.address, range.family);
  });
}

function ofFamily(ranges: readonly string[], family: Range['family']): readonly Range[] {
  return ranges.map(readRange).filter((range) => range !== undefined && range.family === family) as readonly Range[];
}

function readRange(text: string): Range | undefined {
  const [address = '', prefixText, ...more] = text.split('/');
  const family = isIPv4(address) ? 'ipv4' : isIPv6(address) && !address.includes('%') ? 'ipv6' : undefined;
  if (family === undefined || more.length > 0) return undefined;
  if (family === 'ipv6' && anyIpv4.check(address, 'ipv6')) return undefined;
  const longest = family === 'ipv4' ? 32 : 128;
  if (prefixText === undefined) return { address, family, prefix: longest };
  if (!/^(0|[1-9]\d{0,2})$/.test(prefixText) || Number(prefixText) > longest) return undefined;
  return { address, family, prefix: Number(prefixText) };
}

/** Node would let a network of IPv6 such as `::/0` match IPv4 as well: give it ranges of one family. */
function listOf(ranges: readonly Range[]): BlockList {
  const list = new BlockList();
  for (const { address, prefix, family } of ranges) list.addSubnet(address, prefix, family);
  return list;
}
