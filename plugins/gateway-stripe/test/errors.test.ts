import { paymentGateway } from '@fairlead/sdk';
import type { Reply } from '@fairlead/sdk/testing';
import { describe, expect, it } from 'vitest';
import { refusal } from './fake-stripe.ts';
import { order, startGateway } from './gateway.ts';

const { createCheckout, getStatus } = paymentGateway;

/** What a call becomes when Stripe answers so: a POST and a GET. */
async function outcomes(reply: Reply): Promise<{ post: unknown; get: unknown }> {
  await using gateway = await startGateway();
  const providerRef = await gateway.checkout();
  gateway.stripe.counterparty.on({ path: /./ }, reply);
  const caught = (call: Promise<unknown>) => call.catch((error: unknown) => error);
  return {
    post: await caught(gateway.plugin.invoke(createCheckout, order)),
    get: await caught(gateway.plugin.invoke(getStatus, { providerRef })),
  };
}

const apiError = (status: number, headers: Record<string, string> = {}, code?: string): Reply => ({
  ...refusal(status, 'api_error', code, 'Something went wrong on Stripe’s end.'),
  headers,
});

describe('errors of Stripe', () => {
  it.each<[string, Reply, string, string]>([
    [
      '401',
      refusal(401, 'invalid_request_error', undefined, 'Invalid API Key'),
      'credentials_invalid',
      'credentials_invalid',
    ],
    [
      '401, expired',
      refusal(401, 'invalid_request_error', 'api_key_expired', 'Expired API key'),
      'credentials_expired',
      'credentials_expired',
    ],
    [
      '403',
      refusal(403, 'invalid_request_error', undefined, 'Not permitted'),
      'permission_missing',
      'permission_missing',
    ],
    [
      'an unknown API version',
      refusal(400, 'invalid_request_error', undefined, 'Invalid Stripe API version: 2099-01-01'),
      'settings_invalid',
      'settings_invalid',
    ],
    [
      '404',
      refusal(404, 'invalid_request_error', 'resource_missing', 'No such object'),
      'not_found_at_vendor',
      'not_found_at_vendor',
    ],
    [
      '409, key in use',
      apiError(409, { 'stripe-should-retry': 'true' }, 'idempotency_key_in_use'),
      'vendor_error',
      'vendor_error',
    ],
    ['429', apiError(429, {}, 'rate_limit'), 'rate_limited', 'rate_limited'],
    ['500', apiError(500), 'vendor_error', 'vendor_error'],
    ['503, to be retried', apiError(503, { 'stripe-should-retry': 'true' }), 'vendor_error', 'vendor_error'],
    // The same key would be answered with the same 500, and what it did is open.
    ['500, not to be retried', apiError(500, { 'stripe-should-retry': 'false' }), 'outcome_unknown', 'vendor_error'],
    [
      '400, to be retried',
      { ...refusal(400, 'invalid_request_error', undefined, 'Busy'), headers: { 'stripe-should-retry': 'true' } },
      'vendor_error',
      'vendor_error',
    ],
    ['a page of a proxy', { status: 502, body: '<html>Bad gateway</html>' }, 'vendor_error', 'vendor_error'],
    [
      '429 of a proxy',
      { status: 429, headers: { 'retry-after': '3' }, body: { error: 'slow down' } },
      'rate_limited',
      'rate_limited',
    ],
    ['401 of a proxy', { status: 401, body: {} }, 'credentials_invalid', 'credentials_invalid'],
    ['an error without a reason', { status: 500, body: { message: 'no' } }, 'vendor_error', 'vendor_error'],
    [
      'a page that says all is well',
      { status: 200, body: '<html>Welcome</html>' },
      'answer_unreadable',
      'answer_unreadable',
    ],
    ['JSON that is not Stripe’s', { status: 200, body: {} }, 'answer_unreadable', 'answer_unreadable'],
    ['null', { status: 200, body: 'null' }, 'answer_unreadable', 'answer_unreadable'],
    [
      'a redirect',
      { status: 302, headers: { location: 'https://elsewhere.example/' }, body: '' },
      'answer_unreadable',
      'answer_unreadable',
    ],
  ])('%s', async (_what, reply, post, get) => {
    const { post: posted, get: got } = await outcomes(reply);
    expect([posted, got]).toMatchObject([{ code: post }, { code: get }]);
  });

  it('passes on how long Stripe asks to wait, and waits a little for an object that another request holds', async () => {
    const limited = await outcomes({ ...apiError(429), headers: { 'retry-after': '7' } });
    expect(limited.post).toMatchObject({ class: 'rate_limited', retryAfterMs: 7_000 });
    const locked = await outcomes(apiError(429, {}, 'lock_timeout'));
    expect(locked.post).toMatchObject({ class: 'rate_limited', retryAfterMs: 500 });
  });

  it('keeps Stripe’s request id, which its support asks for', async () => {
    const { post } = await outcomes(apiError(500, { 'request-id': 'req_17' }));
    expect(post).toMatchObject({ details: { status: 500, type: 'api_error', requestId: 'req_17' } });
  });
});

describe('the network', () => {
  it('sends one request a call: neither the SDK nor the plugin retries', async () => {
    await using gateway = await startGateway();
    for (const reply of [apiError(500), { fault: 'reset' } as const, apiError(409)]) {
      gateway.stripe.counterparty.reset();
      gateway.stripe.counterparty.on({ path: /./ }, reply);
      await expect(gateway.plugin.invoke(createCheckout, order)).rejects.toMatchObject({ class: 'unavailable' });
      expect(gateway.stripe.counterparty.requests).toHaveLength(1);
    }
  });

  it('ends with the deadline of the call, on its clock', async () => {
    await using gateway = await startGateway();
    gateway.stripe.counterparty.on({ path: /./ }, { fault: 'hang' });
    const ended = gateway.plugin.invoke(createCheckout, order).catch((error: unknown) => error);
    await gateway.stripe.counterparty.received(1);
    await gateway.clock.advance(20_000);
    expect(await ended).toMatchObject({ code: 'timeout' });
  });

  it('ends when the caller gives up', async () => {
    await using gateway = await startGateway();
    gateway.stripe.counterparty.on({ path: /./ }, { fault: 'hang' });
    const caller = new AbortController();
    const call = gateway.plugin.invoke(createCheckout, order, { signal: caller.signal });
    const ended = call.catch((error: unknown) => error);
    await gateway.stripe.counterparty.received(1);
    caller.abort();
    expect(await ended).toMatchObject({ code: 'cancelled' });
  });

  it('reaches no other address than the one in the settings and Stripe’s', async () => {
    await using gateway = await startGateway({ apiBase: 'http://10.0.0.1:9' });
    await expect(gateway.plugin.invoke(createCheckout, order)).rejects.toMatchObject({ code: 'address_forbidden' });
  });

  it('keeps a path of the address in front of Stripe’s own', async () => {
    await using gateway = await startGateway();
    await using proxied = await startGateway({ apiBase: `${gateway.stripe.url}/stripe/` });
    gateway.stripe.counterparty.on({ path: '/stripe/v1/checkout/sessions' }, (request) =>
      gateway.stripe.answer({ ...request, path: request.path.replace('/stripe', '') }),
    );
    expect(await proxied.plugin.invoke(createCheckout, order)).toMatchObject({ outcome: 'created' });
  });

  it('tells Stripe nothing about the machine, and prints none of its notices', async () => {
    await using gateway = await startGateway();
    const warnings: string[] = [];
    const listen = (warning: Error) => void warnings.push(warning.message);
    process.on('warning', listen);
    gateway.stripe.counterparty.once({ path: /./ }, (request) => ({
      ...gateway.stripe.answer(request),
      headers: { 'stripe-notice': 'Look at our new product!' },
    }));
    await gateway.checkout();
    await gateway.clock.settle();
    process.off('warning', listen);
    expect(warnings).toEqual([]);
    const headers = gateway.stripe.counterparty.requests[0]?.headers ?? {};
    expect(headers['user-agent']).toMatch(/^Stripe\/v1 NodeBindings\/[\d.]+ Fairlead$/);
    expect(Object.keys(headers).filter((name) => name.startsWith('x-stripe'))).toEqual([]);
  });

  it('sends a key that Stripe could not take as its hash, the same each time', async () => {
    await using gateway = await startGateway();
    for (const idempotencyKey of ['k'.repeat(256), 'two words', 'ключ']) {
      gateway.stripe.counterparty.reset();
      gateway.stripe.counterparty.on({ path: /./ }, (request) => gateway.stripe.answer(request));
      await gateway.plugin.invoke(createCheckout, order, { idempotencyKey });
      await gateway.plugin.invoke(createCheckout, order, { idempotencyKey });
      const keys = new Set(gateway.stripe.counterparty.requests.map(({ headers }) => headers['idempotency-key']));
      expect([...keys]).toEqual([expect.stringMatching(/^sha256-[0-9a-f]{64}$/)]);
    }
    expect(gateway.stripe.moved.sessions).toBe(3);
  });
});
