import { paymentGateway } from '@fairlead/sdk';
import { describe, expect, it } from 'vitest';
import { eur, type Gateway, startGateway } from './gateway.ts';
import { ids } from './paypal-objects.ts';

const path = '/v1/payments/payouts';
const created = { status: 201, body: { batch_header: { payout_batch_id: ids.batch, batch_status: 'PENDING' } } };
const pay = (gateway: Gateway, destination = 'receiver@example.com', amount = eur(500n)) =>
  gateway.plugin.invoke(
    paymentGateway.operations.payout,
    { reference: 'payout-1', amount, destination, description: 'Thanks' },
    { idempotencyKey: 'key-1' },
  );
const sent = ({ vendor }: Gateway) => vendor.requests.filter((each) => each.path === path).map((each) => each.json());

describe('payout', () => {
  it('sends a batch of one under the key, and is pending until an event says more', async () => {
    await using gateway = await startGateway();
    gateway.vendor.on({ method: 'POST', path }, created);
    expect(await pay(gateway)).toEqual({ outcome: 'pending', movementRef: ids.batch, amount: eur(500n) });
    expect(sent(gateway)).toEqual([
      {
        sender_batch_header: { sender_batch_id: 'key-1' },
        items: [
          {
            recipient_type: 'EMAIL',
            receiver: 'receiver@example.com',
            amount: { currency: 'EUR', value: '5.00' },
            sender_item_id: 'payout-1',
            note: 'Thanks',
          },
        ],
      },
    ]);
  });

  it.each([
    ['+1 408 555 1234', 'PHONE'],
    ['5DEJUG27PZB9J', 'PAYPAL_ID'],
  ])('goes to %s as %s', async (destination, recipient_type) => {
    await using gateway = await startGateway();
    gateway.vendor.on({ method: 'POST', path }, created);
    await pay(gateway, destination);
    expect(sent(gateway)[0]).toMatchObject({ items: [{ recipient_type }] });
  });

  const duplicate = (batch: string) => ({
    status: 400,
    body: {
      name: 'USER_BUSINESS_ERROR',
      message: 'User business error.',
      debug_id: '1',
      details: [{ field: 'SENDER_BATCH_ID', issue: 'Batch with given sender_batch_id already exists', link: [] }],
      links: [{ href: `https://api.sandbox.paypal.com/v1/payments/payouts/${batch}`, rel: 'self', method: 'GET' }],
    },
  });
  const batchOf = (sender_batch_id: string) => ({
    body: { batch_header: { payout_batch_id: ids.batch, sender_batch_header: { sender_batch_id } } },
  });

  it('that PayPal did before is the same payout', async () => {
    await using gateway = await startGateway();
    gateway.vendor.on({ method: 'POST', path }, duplicate(ids.batch));
    gateway.vendor.on({ method: 'GET', path: `${path}/${ids.batch}` }, batchOf('key-1'));
    expect(await pay(gateway)).toEqual({ outcome: 'pending', movementRef: ids.batch, amount: eur(500n) });
  });

  it('is not taken for another batch that an error happens to name', async () => {
    await using gateway = await startGateway();
    gateway.vendor.on({ method: 'POST', path }, duplicate(ids.batch));
    gateway.vendor.on({ method: 'GET', path: `${path}/${ids.batch}` }, batchOf('key-2'));
    expect(await pay(gateway)).toMatchObject({ outcome: 'declined' });
  });

  it('is declined without money in the account, and without asking for what PayPal cannot write', async () => {
    await using gateway = await startGateway();
    const body = { name: 'INSUFFICIENT_FUNDS', message: 'Sender does not have sufficient funds.', debug_id: '1' };
    gateway.vendor.on({ method: 'POST', path }, { status: 422, body });
    expect(await pay(gateway)).toMatchObject({ outcome: 'declined', reason: 'insufficient_funds' });
    const odd = await pay(gateway, 'receiver@example.com', { amountMinor: 1n, currency: 'HUF' });
    expect(odd).toMatchObject({ outcome: 'declined', vendorCode: 'amount_not_representable' });
    expect(sent(gateway)).toHaveLength(1);
  });
});
