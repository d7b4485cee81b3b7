import { describe, expect, it } from 'vitest';
import { createSenders } from '../src/verify/senders.ts';
import { channel } from '@fairlead/sdk';
import { connect, hmacSigned, signed, withKey } from './connection.ts';

const body = { id: 'a', text: 'BUY' };

describe('addresses that are allowed', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7', true],
    ['203.0.113.7', '203.0.113.8', false],
    ['203.0.113.0/24', '203.0.113.255', true],
    ['203.0.113.9/24', '203.0.113.1', true],
    ['203.0.113.0/24', '203.0.114.0', false],
    ['0.0.0.0/0', '198.51.100.1', true],
    ['0.0.0.0/0', '2001:db8::1', false],
    ['2001:db8::/32', '2001:db8:ffff::1', true],
    ['2001:DB8:0::1', '2001:db8::1', true],
    ['2001:db8::/32', '2001:db9::1', false],
    ['::/0', '2001:db8::1', true],
    ['::ffff:203.0.113.7', '203.0.113.7', true],
  ])('%s: %s is let in: %s', (allowed, remoteAddress, isIn) => {
    const senders = createSenders(['192.0.2.1', allowed]);
    expect(senders.faults).toEqual([]);
    expect(senders.refusal({ remoteAddress }) === undefined).toBe(isIn);
  });

  it('are none: then everybody is, also who has no address', () => {
    expect(createSenders().refusal({})).toBeUndefined();
    expect(createSenders([]).refusal({ remoteAddress: '203.0.113.7' })).toBeUndefined();
  });

  it.each(['203.0.113', '203.0.113.7/33', '203.0.113.7/', '203.0.113.7/24/1', '2001:db8::/129', ':', '1.2.3.4:80'])(
    'cannot be %s, which lets nobody in',
    (fault) => {
      const senders = createSenders([fault]);
      expect(senders.faults).toEqual([fault]);
      for (const remoteAddress of ['203.0.113.7', '2001:db8::', '1.2.3.4', '0.0.0.0']) {
        expect(senders.refusal({ remoteAddress })).toMatchObject({ reason: 'foreign' });
      }
    },
  );
});

describe('a connection with allowed addresses', () => {
  const allowedAddresses = ['52.89.214.238', '2001:db8::/32'];

  it.each(['standard-webhooks', 'hmac', 'api-key'])(
    'takes with %s what comes from one of them alone',
    async (scheme) => {
      await using connection = await connect({ scheme, allowedAddresses });
      const genuine =
        scheme === 'api-key'
          ? withKey(body)
          : scheme === 'hmac'
            ? hmacSigned(body)
            : signed(body, { atMs: connection.clock.now() });
      expect(await connection.messages({ ...genuine, remoteAddress: '52.89.214.238' })).toHaveLength(1);
      expect(await connection.messages({ ...genuine, remoteAddress: '2001:db8::7' })).toHaveLength(1);
      expect(await connection.fault({ ...genuine, remoteAddress: '203.0.113.7' })).toBe(
        'foreign: It came from 203.0.113.7, which is not among the allowed addresses.',
      );
      expect(await connection.fault(genuine)).toMatch(/^foreign: It came from an address that the hub does not know/);
    },
  );

  it('still wants the key from an allowed address', async () => {
    await using connection = await connect({ scheme: 'api-key', allowedAddresses });
    const remoteAddress = '52.89.214.238';
    expect(await connection.fault({ ...withKey(body, 'guessed'), remoteAddress })).toMatch(/^signature_wrong/);
  });

  it('says so when it is tested, and names what is no address', async () => {
    await using connection = await connect({ scheme: 'api-key', allowedAddresses });
    const { account, warnings } = await connection.plugin.invoke(channel.testCredentials, {});
    expect(account.label).toBe('api-key, 2 secrets, own shape, from 2 addresses and ranges alone');
    expect(warnings).toEqual([expect.stringMatching(/from the allowed addresses/)]);
    await using wrong = await connect({ allowedAddresses: ['203.0.113.7', '203.0.113.0/40'] });
    await expect(wrong.plugin.invoke(channel.testCredentials, {})).rejects.toMatchObject({
      code: 'settings_invalid',
      message: expect.stringContaining('203.0.113.0/40'),
    });
    await expect(connect({ allowedAddresses: ['anywhere'] })).rejects.toMatchObject({ code: 'settings_invalid' });
  });
});
