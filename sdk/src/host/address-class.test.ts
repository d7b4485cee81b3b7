import { describe, expect, it } from 'vitest';
import { type AddressClass, addressClass } from './address-class.ts';

const table: readonly (readonly [AddressClass, readonly string[]])[] = [
  [
    'public',
    ['1.1.1.1', '8.8.8.8', '172.15.255.255', '172.32.0.1', '192.167.255.255', '100.63.255.255', '100.128.0.1'],
  ],
  ['public', ['2606:4700:4700::1111', '2a00:1450:4001:81b::200e', '::ffff:8.8.8.8', '::ffff:808:808']],
  ['loopback', ['127.0.0.1', '127.255.255.254', '::1', '0:0:0:0:0:0:0:1', '::ffff:127.0.0.1', '::ffff:7f00:1']],
  ['private', ['10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.1.1', '::ffff:10.0.0.1']],
  ['private', ['100.64.0.1', '100.127.255.254', 'fc00::1', 'fd12:3456:789a::1']],
  // Metadata services of clouds.
  [
    'reserved',
    ['169.254.169.254', '169.254.170.2', '168.63.129.16', '100.100.100.200', '192.0.0.192', 'fd00:ec2::254'],
  ],
  ['reserved', ['::ffff:169.254.169.254', '::ffff:a9fe:a9fe', 'fe80::1', 'fe80::1%eth0', 'febf::1', 'fec0::1']],
  ['reserved', ['0.0.0.0', '0.1.2.3', '::', '::ffff:0.0.0.0', '255.255.255.255', '240.0.0.1', '224.0.0.1', 'ff02::1']],
  ['reserved', ['192.0.2.1', '198.51.100.7', '203.0.113.9', '198.18.0.1', '192.88.99.1', '2001:db8::1', '3fff::1']],
  // Forms that carry an IPv4 address inside.
  [
    'reserved',
    ['64:ff9b::7f00:1', '64:ff9b::127.0.0.1', '64:ff9b:1::1', '2002:7f00:1::', '2001:0:7f00:1::', '::127.0.0.1'],
  ],
  [
    'reserved',
    ['', 'localhost', '127.1', '0x7f000001', '2130706433', '1.2.3.4.5', '::g', '[::1]', '4000::1', '100::1'],
  ],
];

describe('addressClass', () => {
  const rows = table.flatMap(([kind, addresses]) => addresses.map((address) => [address, kind] as const));
  it.each(rows)('%j is %s', (address, kind) => expect(addressClass(address)).toBe(kind));
});
