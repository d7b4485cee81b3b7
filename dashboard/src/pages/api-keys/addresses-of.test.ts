import { expect, test } from 'vitest';
import { addressesOf } from './addresses-of.ts';

test('addresses are taken by lines, commas and blanks; nothing typed is no list', () => {
  expect(addressesOf(' 192.0.2.7,\n2001:db8::/32  192.0.2.0/24\n')).toEqual([
    '192.0.2.7',
    '2001:db8::/32',
    '192.0.2.0/24',
  ]);
  expect(addressesOf(' \n')).toEqual([]);
});
