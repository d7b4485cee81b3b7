import { Secret } from '@fairlead/sdk';
import { expect, test } from 'vitest';
import { newSigningSecret, signatureHeader } from './signing.ts';

test('signs as Standard Webhooks publishes it', () => {
  // The test vector of https://github.com/standard-webhooks/standard-webhooks/tree/main/libraries
  const secret = new Secret('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
  const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1_614_265_330, body: '{"test": 2432232314}' };
  expect(signatureHeader([secret], message)).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

test('signs with each of several secrets, and no two new ones are alike', () => {
  const message = { id: 'e1', timestamp: 1, body: '{}' };
  const [one, other] = [newSigningSecret(), newSigningSecret()];
  const signatures = signatureHeader([one, other], message).split(' ');
  expect(signatures).toEqual([signatureHeader([one], message), signatureHeader([other], message)]);
  expect(signatures[0]).not.toBe(signatures[1]);
});
