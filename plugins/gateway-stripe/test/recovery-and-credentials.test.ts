import { paymentGateway } from '@fairlead/sdk';
import { describe, expect, it } from 'vitest';
import { refusal } from './fake-stripe.ts';
import { startGateway } from './gateway.ts';

const { listEvents, testCredentials, receive } = paymentGateway;

describe('listEvents', () => {
  it('recovers what the webhook would have told, under the same keys', async () => {
    await using gateway = await startGateway();
    const since = new Date(gateway.clock.now()).toISOString();
    await gateway.paid();
    const webhooks = [];
    for (const event of gateway.stripe.events) {
      const answer = await gateway.plugin.invoke(receive, gateway.stripe.webhook(event));
      if (answer.outcome === 'events') webhooks.push(...answer.events);
    }
    const listed = await gateway.plugin.invoke(listEvents, { since, undeliveredOnly: false });
    expect(listed).toEqual({ events: webhooks.toReversed(), nextCursor: null });
  });

  it('asks Stripe for the undelivered ones only where it is told to', async () => {
    await using gateway = await startGateway();
    const since = new Date(gateway.clock.now()).toISOString();
    await gateway.paid();
    gateway.stripe.delivered.add(String(gateway.stripe.events[0]?.['id']));
    const count = async (undeliveredOnly: boolean) =>
      (await gateway.plugin.invoke(listEvents, { since, undeliveredOnly })).events.length;
    expect([await count(false), await count(true)]).toEqual([2, 1]);
  });

  it('goes through the pages without losing or repeating an event, and leaves out kinds that do not matter', async () => {
    await using gateway = await startGateway();
    const since = new Date(gateway.clock.now()).toISOString();
    for (let count = 0; count < 250; count++) {
      gateway.stripe.emit('payment_intent.processing', {
        id: `pi_${count}`,
        object: 'payment_intent',
        status: 'processing',
      });
      gateway.stripe.emit('customer.updated', { id: 'cus_1', object: 'customer' });
    }
    const keys = new Set<string>();
    let cursor: string | null = null;
    const pages = [];
    do {
      const page: { events: { dedupeKey: string }[]; nextCursor: string | null } = await gateway.plugin.invoke(
        listEvents,
        {
          since,
          undeliveredOnly: true,
          ...(cursor === null ? {} : { cursor }),
        },
      );
      pages.push(page.events.length);
      for (const { dedupeKey } of page.events) keys.add(dedupeKey);
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(pages).toEqual([100, 100, 50]);
    expect(keys.size).toBe(250);
  });

  it('leaves out what happened before', async () => {
    await using gateway = await startGateway();
    await gateway.paid();
    await gateway.clock.advance(60_000);
    const since = new Date(gateway.clock.now()).toISOString();
    expect(await gateway.plugin.invoke(listEvents, { since, undeliveredOnly: true })).toEqual({
      events: [],
      nextCursor: null,
    });
  });
});

describe('testCredentials', () => {
  it('names the account and says that the key moves no money', async () => {
    await using gateway = await startGateway();
    expect(await gateway.plugin.invoke(testCredentials, {})).toEqual({
      account: { id: 'acct_1', label: 'Acme' },
      mode: 'test',
    });
  });

  it('is class auth for a key that Stripe does not know', async () => {
    await using gateway = await startGateway({ apiKey: 'sk_test_wrong' });
    await expect(gateway.plugin.invoke(testCredentials, {})).rejects.toMatchObject({
      class: 'auth',
      code: 'credentials_invalid',
    });
  });

  it('says so when the publishable key was entered, without asking', async () => {
    await using gateway = await startGateway({ apiKey: 'pk_test_1' });
    await expect(gateway.plugin.invoke(testCredentials, {})).rejects.toMatchObject({
      message: expect.stringContaining('publishable'),
    });
    expect(gateway.stripe.counterparty.requests).toHaveLength(0);
  });

  it('falls back to the balance for a restricted key, and even then knows a good key from a bad one', async () => {
    await using gateway = await startGateway();
    const forbidden = refusal(
      403,
      'invalid_request_error',
      'more_permissions_required',
      'The provided key does not have the required permissions.',
    );
    gateway.stripe.counterparty.on({ path: '/v1/account' }, forbidden);
    const answer = {
      account: { id: 'restricted-key' },
      mode: 'test',
      warnings: [expect.stringContaining('restricted')],
    };
    expect(await gateway.plugin.invoke(testCredentials, {})).toEqual(answer);
    gateway.stripe.counterparty.on({ path: '/v1/balance' }, forbidden);
    expect(await gateway.plugin.invoke(testCredentials, {})).toEqual(answer);
  });

  it('warns of an account that may not take payments yet, and of a missing signing secret', async () => {
    await using gateway = await startGateway({ webhookSecrets: [] });
    gateway.stripe.counterparty.on(
      { path: '/v1/account' },
      { body: { id: 'acct_1', object: 'account', charges_enabled: false } },
    );
    expect(await gateway.plugin.invoke(testCredentials, {})).toEqual({
      account: { id: 'acct_1' },
      mode: 'test',
      warnings: [expect.stringContaining('signing secret'), expect.stringContaining('take payments')],
    });
  });
});
