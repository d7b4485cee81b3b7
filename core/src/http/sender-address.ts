import { isIPv4, isIPv6 } from 'node:net';

const mappedForm = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/;

/**
 * An address in the one form that plugins are told: IPv4 dotted, IPv6 in the form of RFC 5952 without a zone, IPv4 within
 * IPv6 as IPv4. Undefined for what is none: a trusted proxy passes on whatever it was told.
 */
export function senderAddress(address: string | undefined): string | undefined {
  if (address === undefined || isIPv4(address)) return address;
  const [plain = ''] = address.split('%', 1);
  if (!isIPv6(plain)) return undefined;
  // The URL parser writes every spelling of an address in one form.
  const canonical = new URL(`http://[${plain}]`).hostname.slice(1, -1);
  const [, high, low] = mappedForm.exec(canonical) ?? [];
  return high === undefined || low === undefined ? canonical : [...bytesOf(high), ...bytesOf(low)].join('.');
}

function bytesOf(hexadecimal: string): readonly number[] {
  const value = Number.parseInt(hexadecimal, 16);
  return [value >> 8, value & 0xff];
}
