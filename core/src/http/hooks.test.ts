import { expect, test } from 'vitest';
import { hooksExtension } from './hooks.ts';
import { createTestApp } from './testing/test-app.ts';

/** What the inbox is told of who sent a webhook. */
async function senderOf(
  trustProxy: boolean | string,
  sent: { readonly remoteAddress: string; readonly forwardedFor?: string },
): Promise<string | undefined> {
  const senders: (string | undefined)[] = [];
  const inbox = {
    receive: async (_id: string, { remoteAddress }: { readonly remoteAddress?: string | undefined }) => {
      senders.push(remoteAddress);
      return { status: 200, headers: {}, body: '' };
    },
  };
  const parts = () => ({ extensions: [hooksExtension(inbox)], routes: [] });
  const app = await createTestApp({ withoutOwner: true, trustProxy, parts });
  try {
    const headers = sent.forwardedFor === undefined ? {} : { 'x-forwarded-for': sent.forwardedFor };
    const { remoteAddress } = sent;
    const answer = await app.server.inject({ method: 'POST', url: '/hooks/c1', remoteAddress, headers, payload: 'x' });
    expect(answer.statusCode).toBe(200);
  } finally {
    await app.dispose();
  }
  expect(senders).toHaveLength(1);
  return senders[0];
}

test.each([
  ['nobody is trusted to speak for others', false, '198.51.100.1', '203.0.113.7', '198.51.100.1'],
  ['the proxy that is trusted says whom it speaks for', '198.51.100.1', '198.51.100.1', '203.0.113.7', '203.0.113.7'],
  ['another one is not believed', '198.51.100.1', '198.51.100.2', '203.0.113.7', '198.51.100.2'],
  [
    'what was there before the trusted proxy is not believed',
    '198.51.100.1',
    '198.51.100.1',
    '192.0.2.1, 203.0.113.7',
    '203.0.113.7',
  ],
  ['a socket for both families tells IPv4 as IPv4', false, '::ffff:203.0.113.7', undefined, '203.0.113.7'],
  ['every spelling of IPv6 is told as one', '198.51.100.1', '198.51.100.1', '2001:DB8:0::0:1', '2001:db8::1'],
  ['what a proxy says that is no address is not passed on', '198.51.100.1', '198.51.100.1', 'unknown', undefined],
])('%s', async (_what, trustProxy, remoteAddress, forwardedFor, told) => {
  const sent = { remoteAddress, ...(forwardedFor === undefined ? {} : { forwardedFor }) };
  expect(await senderOf(trustProxy, sent)).toBe(told);
});
