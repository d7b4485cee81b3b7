import { paymentGateway } from '@fairlead/sdk';
import { describe, expect, it } from 'vitest';
import { caseAt, type Gateway, order, startGateway, token } from './gateway.ts';
import { ids, orderObject } from './paypal-objects.ts';

const tokenPath = { method: 'POST', path: '/v1/oauth2/token' };
const orderPath = { method: 'GET', path: `/v2/checkout/orders/${ids.order}` };
const read = (gateway: Gateway, signal?: AbortSignal) =>
  gateway.plugin.invoke(
    paymentGateway.operations.getStatus,
    { providerRef: ids.order },
    signal === undefined ? {} : { signal },
  );
const tokensAsked = ({ vendor }: Gateway) => vendor.requests.filter(({ path }) => path === tokenPath.path);

async function started() {
  const gateway = await startGateway();
  gateway.vendor.on(orderPath, () => ({ body: orderObject(caseAt(gateway.clock), { status: 'CREATED' }) }));
  return gateway;
}

describe('the access token', () => {
  it('is asked for with the client’s credentials in the header alone, and used for what follows', async () => {
    await using gateway = await started();
    await read(gateway);
    await read(gateway);
    const [asked, ...more] = tokensAsked(gateway);
    expect(more).toEqual([]);
    expect(asked?.headers['authorization']).toBe(`Basic ${Buffer.from('client-1:secret-1').toString('base64')}`);
    expect(asked?.text()).toBe('grant_type=client_credentials');
    const used = gateway.vendor.requests.filter(({ path }) => path === orderPath.path);
    expect(used.map(({ headers }) => headers['authorization'])).toEqual(Array(2).fill('Bearer A21AAtoken1'));
  });

  it('is asked for once, however many calls wait for it', async () => {
    await using gateway = await started();
    await Promise.all(Array.from({ length: 30 }, () => read(gateway)));
    expect(tokensAsked(gateway)).toHaveLength(1);
  });

  it('is renewed two minutes before it ends', async () => {
    await using gateway = await started();
    await read(gateway);
    await gateway.clock.advance(32_400_000 - 121_000);
    await read(gateway);
    expect(tokensAsked(gateway)).toHaveLength(1);
    await gateway.clock.advance(2_000);
    await read(gateway);
    expect(tokensAsked(gateway)).toHaveLength(2);
  });

  it('is renewed once when PayPal refuses it, and the request goes out again under the same key', async () => {
    await using gateway = await started();
    const orders = { method: 'POST', path: '/v2/checkout/orders' };
    gateway.vendor.once(tokenPath, { body: { ...token, access_token: 'A21AAold' } });
    gateway.vendor.on(orders, ({ headers }) =>
      headers['authorization'] === 'Bearer A21AAtoken1'
        ? { status: 201, body: orderObject(caseAt(gateway.clock), { status: 'CREATED' }) }
        : { status: 401, body: { error: 'invalid_token' } },
    );
    const answer = await gateway.plugin.invoke(paymentGateway.operations.createCheckout, order, {
      idempotencyKey: 'key-1',
    });
    expect(answer.outcome).toBe('created');
    const sent = gateway.vendor.requests.filter(({ path }) => path === orders.path);
    expect(sent.map(({ headers }) => headers['paypal-request-id'])).toEqual(['key-1', 'key-1']);
  });

  it('is not renewed for ever: refused twice, the credentials are', async () => {
    await using gateway = await started();
    gateway.vendor.on(orderPath, { status: 401, body: { error: 'invalid_token' } });
    await expect(read(gateway)).rejects.toMatchObject({ code: 'credentials_invalid' });
    expect(tokensAsked(gateway)).toHaveLength(2);
  });

  it('refused to many calls at once is renewed for all of them by one request', async () => {
    await using gateway = await started();
    await read(gateway);
    let revoked = true;
    gateway.vendor.on(tokenPath, () => {
      revoked = false;
      return { body: { ...token, access_token: 'A21AAnew' } };
    });
    gateway.vendor.on(orderPath, ({ headers }) =>
      revoked || headers['authorization'] !== 'Bearer A21AAnew'
        ? { status: 401, body: {} }
        : { body: orderObject(caseAt(gateway.clock), { status: 'CREATED' }) },
    );
    await Promise.all(Array.from({ length: 10 }, () => read(gateway)));
    expect(tokensAsked(gateway)).toHaveLength(2);
  });

  it('goes on being asked for when the call that began it gives up', async () => {
    await using gateway = await started();
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    gateway.vendor.once(tokenPath, async () => {
      await held;
      return { body: token };
    });
    const stop = new AbortController();
    const first = read(gateway, stop.signal);
    await gateway.vendor.received(1, tokenPath);
    const second = read(gateway);
    stop.abort();
    await expect(first).rejects.toMatchObject({ code: 'cancelled' });
    release();
    expect((await second).vendorStatus).toBe('CREATED');
    expect(tokensAsked(gateway)).toHaveLength(1);
  });

  it('refused with the credentials says which side of PayPal they have to be of', async () => {
    await using gateway = await started();
    gateway.vendor.on(tokenPath, {
      status: 401,
      body: { error: 'invalid_client', error_description: 'Client Authentication failed' },
    });
    await expect(read(gateway)).rejects.toMatchObject({
      code: 'credentials_invalid',
      message: expect.stringContaining('sandbox') as string,
    });
  });

  it.each([{}, { access_token: '' }, { access_token: 'with space' }, { access_token: 7 }])(
    'is not read from %j',
    async (body) => {
      await using gateway = await started();
      gateway.vendor.on(tokenPath, { body });
      await expect(read(gateway)).rejects.toMatchObject({ code: 'answer_unreadable' });
    },
  );
});
