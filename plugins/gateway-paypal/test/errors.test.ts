import { paymentGateway } from '@fairlead/sdk';
import { describe, expect, it } from 'vitest';
import { type Gateway, order, startGateway } from './gateway.ts';
import { ids } from './paypal-objects.ts';

const path = `/v2/checkout/orders/${ids.order}`;
const read = (gateway: Gateway) =>
  gateway.plugin.invoke(paymentGateway.operations.getStatus, { providerRef: ids.order });

describe('an answer without success', () => {
  it.each([
    [401, { error: 'invalid_token' }, 'credentials_invalid'],
    [403, { name: 'NOT_AUTHORIZED', details: [{ issue: 'PERMISSION_DENIED' }] }, 'permission_missing'],
    [404, { name: 'RESOURCE_NOT_FOUND' }, 'not_found_at_vendor'],
    [409, { name: 'RESOURCE_CONFLICT', details: [{ issue: 'PREVIOUS_REQUEST_IN_PROGRESS' }] }, 'vendor_error'],
    [422, { name: 'UNPROCESSABLE_ENTITY', details: [{ issue: 'DUPLICATE_REQUEST_ID' }] }, 'idempotency_conflict'],
    [415, { name: 'UNSUPPORTED_MEDIA_TYPE' }, 'vendor_rejected'],
    [429, { name: 'RATE_LIMIT_REACHED' }, 'rate_limited'],
    [500, { name: 'INTERNAL_SERVER_ERROR' }, 'vendor_error'],
    [503, '<html>Service Unavailable</html>', 'vendor_error'],
    [400, '<html>Bad Request</html>', 'answer_unreadable'],
    [302, '', 'answer_unreadable'],
  ])('%i %j is %s', async (status, body, code) => {
    await using gateway = await startGateway();
    gateway.vendor.on({ path }, { status, body });
    await expect(read(gateway)).rejects.toMatchObject({ code });
  });

  it('keeps PayPal’s debug id for the operator, from the body or from the header', async () => {
    await using gateway = await startGateway();
    gateway.vendor.once({ path }, { status: 500, body: { name: 'INTERNAL_SERVER_ERROR', debug_id: 'f1e2d3c4' } });
    gateway.vendor.once({ path }, { status: 502, headers: { 'paypal-debug-id': 'a1b2c3d4' }, body: '' });
    await expect(read(gateway)).rejects.toMatchObject({ details: { status: 500, debugId: 'f1e2d3c4' } });
    await expect(read(gateway)).rejects.toMatchObject({ details: { status: 502, debugId: 'a1b2c3d4' } });
  });

  it('says how long to wait, in seconds alone', async () => {
    await using gateway = await startGateway();
    gateway.vendor.once({ path }, { status: 429, headers: { 'retry-after': '7' }, body: {} });
    gateway.vendor.once(
      { path },
      { status: 429, headers: { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }, body: {} },
    );
    await expect(read(gateway)).rejects.toMatchObject({ retryAfterMs: 7_000 });
    await expect(read(gateway)).rejects.toMatchObject({ retryAfterMs: undefined });
  });

  it('to an acting request that is no error of PayPal’s is not taken for a refusal', async () => {
    await using gateway = await startGateway();
    gateway.vendor.on({ method: 'POST', path: '/v2/checkout/orders' }, { status: 422, body: '<html/>' });
    const outcome = gateway.plugin.invoke(paymentGateway.operations.createCheckout, order);
    await expect(outcome).rejects.toMatchObject({ code: 'answer_unreadable' });
  });
});
