import { paymentGateway } from '@fairlead/sdk';
import { describe, expect, it } from 'vitest';
import { caseAt, type Gateway, startGateway } from './gateway.ts';
import { captureObject, eventObject } from './paypal-objects.ts';
import { authority, signedHeaders, webhookId } from './signing.ts';

const { leaf } = authority();
const postback = { method: 'POST', path: '/v1/notifications/verify-webhook-signature' };

function receive(gateway: Gateway, text: string, headers: Record<string, string> = {}) {
  const rawBody = Buffer.from(text);
  return gateway.plugin.invoke(paymentGateway.operations.receive, {
    method: 'POST',
    rawBody,
    headers: signedHeaders(rawBody, leaf.privateKey, headers),
    query: {},
    publicUrl: 'https://hub.example/hooks/test',
  });
}

const event = (gateway: Gateway) =>
  JSON.stringify(eventObject('PAYMENT.CAPTURE.COMPLETED', captureObject(caseAt(gateway.clock))));

describe('verification by postback', () => {
  it('puts the raw bytes in unchanged: spaces, escapes, order and numbers as they came', async () => {
    await using gateway = await startGateway();
    gateway.vendor.on(postback, { body: { verification_status: 'SUCCESS' } });
    const raw =
      '{ "id":"WH-1",\n\t"event_type" : "X\\u0041\\/",  "n": 1.10, "big":12345678901234567890, "ü":"é" ,"create_time":"2026-01-01T00:00:00Z"}';
    await receive(gateway, raw);
    const [sent] = gateway.vendor.requests.filter(({ path }) => path === postback.path);
    expect(sent?.text().endsWith(`,"webhook_event":${raw}}`)).toBe(true);
    expect(sent?.json()).toMatchObject({ webhook_id: webhookId, auth_algo: 'SHA256withRSA' });
  });

  it('does not pass on a body that would end the event and name another webhook', async () => {
    await using gateway = await startGateway();
    gateway.vendor.on(postback, { body: { verification_status: 'SUCCESS' } });
    const answer = await receive(gateway, `${event(gateway)},"webhook_id":"0AA00000A0000000A"`);
    expect(answer).toMatchObject({ outcome: 'invalid', reason: 'malformed' });
    expect(gateway.vendor.requests).toEqual([]);
  });

  it('believes what PayPal calls a success, and nothing else', async () => {
    await using gateway = await startGateway();
    gateway.vendor.once(postback, { body: { verification_status: 'SUCCESS' } });
    gateway.vendor.once(postback, { body: { verification_status: 'FAILURE' } });
    gateway.vendor.once(postback, {
      status: 400,
      body: { name: 'VALIDATION_ERROR', message: 'Invalid data provided' },
    });
    gateway.vendor.once(postback, { body: { verification_status: 'success' } });
    gateway.vendor.once(postback, { body: {} });
    expect(await receive(gateway, event(gateway))).toMatchObject({ outcome: 'events' });
    expect(await receive(gateway, event(gateway))).toMatchObject({ outcome: 'invalid', reason: 'signature_wrong' });
    expect(await receive(gateway, event(gateway))).toMatchObject({ outcome: 'invalid', reason: 'signature_wrong' });
    await expect(receive(gateway, event(gateway))).rejects.toMatchObject({ code: 'answer_unreadable' });
    await expect(receive(gateway, event(gateway))).rejects.toMatchObject({ code: 'answer_unreadable' });
  });

  it.each([
    [500, 'vendor_error'],
    [401, 'credentials_invalid'],
    [403, 'permission_missing'],
    [429, 'rate_limited'],
  ])('cannot tell when PayPal answers %i, so that the hub keeps the request', async (status, code) => {
    await using gateway = await startGateway();
    gateway.vendor.on(postback, { status, body: { name: 'X', message: 'Y' } });
    await expect(receive(gateway, event(gateway))).rejects.toMatchObject({ code });
  });
});

describe('a connection', () => {
  it('without a webhook ID cannot tell, so that the hub keeps the request until one is entered', async () => {
    await using gateway = await startGateway({ webhookId: undefined });
    await expect(receive(gateway, event(gateway))).rejects.toMatchObject({ code: 'settings_invalid' });
  });

  it('is not moved by bytes that are no UTF-8', async () => {
    await using gateway = await startGateway();
    const rawBody = Buffer.concat([Buffer.from('{"id":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
    const answer = await gateway.plugin.invoke(paymentGateway.operations.receive, {
      method: 'POST',
      rawBody,
      headers: signedHeaders(rawBody, leaf.privateKey),
      query: {},
      publicUrl: 'https://hub.example/hooks/test',
    });
    expect(answer).toMatchObject({ outcome: 'invalid', reason: 'malformed' });
  });
});
