import { isIP } from 'node:net';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { senderAddress } from './sender-address.ts';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::FFFF:CB00:7107', '203.0.113.7'],
  ['0:0:0:0:0:ffff:203.0.113.7', '203.0.113.7'],
  ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
  ['2001:0db8::0001', '2001:db8::1'],
  ['fe80::1%eth0', 'fe80::1'],
  ['::1', '::1'],
])('%s is told as %s', (address, told) => {
  expect(senderAddress(address)).toBe(told);
});

test.each([undefined, '', 'unknown', '203.0.113.7:4711', '[2001:db8::1]', '203.0.113', '203.0.113.07', '%eth0'])(
  '%s is no address, and not told as one',
  (address) => {
    expect(senderAddress(address)).toBeUndefined();
  },
);

test('every address is told in one form, which is told as itself and fits the contract', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => {
      const told = senderAddress(address) ?? '';
      expect(isIP(told)).not.toBe(0);
      expect(senderAddress(told)).toBe(told);
      expect(told).toMatch(/^[0-9a-f.:]{2,45}$/);
    }),
  );
});
