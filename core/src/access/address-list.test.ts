import { describe, expect, test } from 'vitest';
import { addressRange, includesAddress, isWithin } from './address-list.ts';

test.each(['192.0.2.7', '192.0.2.0/24', '0.0.0.0/0', '::1', '2001:db8::/32', '::/0', '192.0.2.7/32'])(
  '“%s” is an address or a network',
  (text) => expect(addressRange(text)).toBe(text),
);

test('an address is kept in lower case', () => expect(addressRange('2001:DB8::/32')).toBe('2001:db8::/32'));

test.each([
  '',
  'localhost',
  '192.0.2',
  '192.0.2.256',
  '192.0.2.07',
  '127.1',
  '0x7f.0.0.1',
  '192.0.2.0/33',
  '192.0.2.0/-1',
  '192.0.2.0/08',
  '192.0.2.0/',
  '192.0.2.0/24/24',
  '192.0.2.0 /24',
  '2001:db8::/129',
  '2001:db8:::1',
  'fe80::1%eth0',
  '::ffff:192.0.2.7',
  '::ffff:0:0/96',
  '*',
  '192.0.2.1-192.0.2.9',
])('“%s” is neither', (text) => expect(addressRange(text)).toBeUndefined());

describe('a list', () => {
  const list = ['192.0.2.7', '198.51.100.0/24', '2001:db8:1::/48'];
  test.each(['192.0.2.7', '198.51.100.255', '2001:db8:1::9', '::ffff:192.0.2.7', '::ffff:c000:207'])(
    'has “%s”',
    (address) => expect(includesAddress(list, address)).toBe(true),
  );
  test.each(['192.0.2.8', '198.51.101.0', '2001:db8:2::', '::ffff:192.0.2.8', '', 'unknown', undefined])(
    'has not “%s”',
    (address) => expect(includesAddress(list, address)).toBe(false),
  );

  test('of one family has no address of the other, whole as it may be', () => {
    expect(includesAddress(['::/0'], '192.0.2.7')).toBe(false);
    expect(includesAddress(['::/0'], '::ffff:192.0.2.7')).toBe(false);
    expect(includesAddress(['0.0.0.0/0'], '2001:db8::1')).toBe(false);
  });

  test('has a link-local address whatever its zone', () =>
    expect(includesAddress(['fe80::/10'], 'fe80::1%eth0')).toBe(true));

  test('without an entry has nothing', () => expect(includesAddress([], '192.0.2.7')).toBe(false));
});

test.each([
  [['192.0.2.7'], ['192.0.2.0/24'], true],
  [['192.0.2.0/25', '192.0.2.200'], ['192.0.2.0/24'], true],
  [['192.0.2.0/23'], ['192.0.2.0/24'], false],
  [['192.0.2.7', '203.0.113.1'], ['192.0.2.0/24'], false],
  [['0.0.0.0/0'], ['192.0.2.7'], false],
  [['::/0'], ['0.0.0.0/0'], false],
  [['2001:db8:1::/48'], ['192.0.2.7', '2001:db8::/32'], true],
])('%j lies within %j: %s', (inner, outer, is) => expect(isWithin(inner, outer)).toBe(is));
