import { HubError } from '../errors/index.ts';
import { addressRange, isWithin } from './address-list.ts';

/** Where an API key counts from. Undefined: from everywhere. */
export type AllowedAddresses = readonly string[] | undefined;

/**
 * A list as it is kept: in one form of writing, each entry once.
 * @throws HubError `invalid_request` that names each entry which is neither an address nor a network
 */
export function keptAddresses(entries: AllowedAddresses): AllowedAddresses {
  if (entries === undefined) return undefined;
  const ranges = entries.map((entry) => addressRange(entry));
  const errors = ranges.flatMap((range, position) =>
    range === undefined
      ? [{ path: `/allowedAddresses/${position}`, message: 'must be an address or a network such as 192.0.2.0/24' }]
      : [],
  );
  if (errors.length > 0) throw new HubError('invalid_request', { detail: 'Not every entry is an address.', errors });
  return [...new Set(ranges as readonly string[])];
}

/**
 * A stolen key must not make itself a way around its list.
 * @param own of the key that makes or changes another
 * @throws HubError `forbidden`
 */
export function checkWithinOwn(given: AllowedAddresses, own: AllowedAddresses): void {
  if (own === undefined || (given !== undefined && isWithin(given, own))) return;
  throw new HubError('forbidden', { detail: 'A key gives no addresses that it does not have itself.' });
}
