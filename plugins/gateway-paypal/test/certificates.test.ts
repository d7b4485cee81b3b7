import { type FetchAnswer, FairleadError, paymentGateway } from '@fairlead/sdk';
import { describe, expect, it } from 'vitest';
import { chainJudge } from '../src/certificate-chain.ts';
import { certificateAddress } from '../src/certificates.ts';
import { answer, caseAt, type Gateway, pluginTrusting, startGateway } from './gateway.ts';
import { captureObject, eventObject } from './paypal-objects.ts';
import { authority, certificateUrl, issue, type Issued, leafName, signedHeaders } from './signing.ts';

const { root, intermediate, leaf, file } = authority();
const nowMs = Date.parse('2026-06-01T00:00:00Z');
const judge = chainJudge([root.pem]);
const fault = (pem: string, atMs = nowMs, roots = [root.pem]) => {
  const result = chainJudge(roots)(pem, atMs);
  return result.trusted ? 'trusted' : result.fault;
};

describe('a chain of certificates', () => {
  it('is trusted when it leads from PayPal’s name to a root', () => {
    expect(judge(file, nowMs)).toMatchObject({ trusted: true });
  });

  it('is trusted whatever the order in the file, and with the root in it', () => {
    expect(fault(intermediate.pem + leaf.pem)).toBe('trusted');
    expect(fault(root.pem + intermediate.pem + leaf.pem)).toBe('trusted');
  });

  it('is trusted when a root issued the leaf itself', () => {
    expect(fault(issue({ name: leafName, issuer: root }).pem)).toBe('trusted');
  });

  it('is incomplete when the certificate above the leaf is not in the file', () => {
    expect(fault(leaf.pem)).toBe('incomplete');
  });

  it('is not trusted under another root of the same name', () => {
    expect(fault(file, nowMs, [issue({ name: 'Test Root', ca: true }).pem])).toBe('incomplete');
  });

  it('is not trusted when it signed itself', () => {
    expect(fault(issue({ name: leafName }).pem)).toBe('incomplete');
  });

  it('is not trusted when the root in the file is the sender’s own', () => {
    const own = issue({ name: 'Own Root', ca: true });
    expect(fault(issue({ name: leafName, issuer: own }).pem + own.pem)).toBe('incomplete');
  });

  it('is wrong when a certificate of the issuer’s name did not issue it', () => {
    const impostor = issue({ name: 'Test CA', issuer: root, ca: true });
    expect(fault(leaf.pem + impostor.pem)).toBe('wrong');
  });

  it('is wrong when the issuer may not issue: a genuine leaf that signs another', () => {
    const second = issue({ name: leafName, issuer: leaf });
    expect(fault(second.pem + leaf.pem + intermediate.pem)).toBe('wrong');
  });

  it('is expired before and after the time of any of its certificates', () => {
    const short = issue({
      name: leafName,
      issuer: intermediate,
      from: '2026-01-01T00:00:00Z',
      to: '2026-12-31T00:00:00Z',
    });
    expect(fault(short.pem + intermediate.pem)).toBe('trusted');
    expect(fault(short.pem + intermediate.pem, Date.parse('2027-01-01T00:00:00Z'))).toBe('expired');
    expect(fault(short.pem + intermediate.pem, Date.parse('2025-12-31T00:00:00Z'))).toBe('expired');
    const over = issue({ name: 'Old CA', issuer: root, ca: true, to: '2025-01-01T00:00:00Z' });
    expect(fault(issue({ name: leafName, issuer: over }).pem + over.pem)).toBe('expired');
  });

  it.each([
    'www.paypal.com',
    'messageverificationcerts.paypal.com.example.org',
    'messageverificationcerts.example.org',
    'xmessageverificationcerts.paypal.com',
  ])('is refused for the name %s, although a root vouches for it', (name) => {
    expect(fault(issue({ name, issuer: intermediate }).pem + intermediate.pem)).toBe('wrong_name');
  });

  it.each(['', 'hello', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', file.repeat(7)])(
    'is unreadable when the file is %j',
    (pem) => {
      expect(fault(pem)).toBe('unreadable');
    },
  );

  it('is judged by the roots that Node trusts, unless others are given', () => {
    const result = chainJudge()(file, nowMs);
    expect(result).toEqual({ trusted: false, fault: 'incomplete' });
  });
});

describe('the address of a certificate', () => {
  const path = '/v1/notifications/certs/CERT-360caa42-fca2a594-a5cafa77';

  it.each([
    ['sandbox', `https://api.sandbox.paypal.com${path}`],
    ['sandbox', `https://api-m.sandbox.paypal.com${path}`],
    ['live', `https://api.paypal.com${path}`],
    ['live', `https://api-m.paypal.com${path}`],
  ] as const)('is PayPal’s in %s: %s', (environment, url) => {
    expect(certificateAddress(url, environment)).toBe(url);
  });

  it.each([
    `http://api.paypal.com${path}`,
    `https://api.paypal.com.example.org${path}`,
    `https://evilpaypal.com${path}`,
    `https://paypal.com${path}`,
    `https://user@api.paypal.com${path}`,
    `https://api.paypal.com:8443${path}`,
    `https://api.paypal.com@example.org${path}`,
    `https://example.org/?https://api.paypal.com${path}`,
    `https://api.paypal.com/v1/notifications/certs/../../../x`,
    `https://api.paypal.com/v1/notifications/certs/a?b=c`,
    `https://api.paypal.com/v1/notifications/certs/%2e%2e`,
    `https://api.paypal.com/other/CERT-1`,
    `https://api.paypal.com\\@example.org${path}`,
    `https://api.sandbox.paypal.com${path}`,
    `https://api.paypal.com${path}\n`,
  ])('is not called in live: %j', (url) => {
    expect(certificateAddress(url, 'live')).toBeUndefined();
  });

  it('is not that of the live side in the sandbox', () => {
    expect(certificateAddress(`https://api.paypal.com${path}`, 'sandbox')).toBeUndefined();
  });
});

describe('fetching certificates', () => {
  const body = (gateway: Gateway, id = 'WH-1') =>
    Buffer.from(JSON.stringify(eventObject('PAYMENT.CAPTURE.COMPLETED', captureObject(caseAt(gateway.clock)), { id })));

  async function receiving(serve: (url: string) => FetchAnswer | Promise<FetchAnswer>, trusted = [root.pem]) {
    const asked: string[] = [];
    const plugin = pluginTrusting(trusted, async (url) => {
      asked.push(String(url));
      return serve(String(url));
    });
    const gateway = await startGateway({ verification: 'certificate' }, plugin);
    const receive = (signer: Issued = leaf, headers: Record<string, string> = {}, rawBody = body(gateway)) =>
      gateway.plugin.invoke(paymentGateway.operations.receive, {
        method: 'POST',
        rawBody,
        headers: signedHeaders(rawBody, signer.privateKey, headers),
        query: {},
        publicUrl: 'https://hub.example/hooks/test',
      });
    return { gateway, asked, receive, [Symbol.asyncDispose]: () => gateway[Symbol.asyncDispose]() };
  }

  it('fetches one once a day, however many webhooks come at once', async () => {
    await using at = await receiving(() => answer(200, file));
    const bodies = Array.from({ length: 20 }, (_, index) => body(at.gateway, `WH-${index}`));
    const outcomes = await Promise.all(bodies.map((rawBody) => at.receive(leaf, {}, rawBody)));
    expect(outcomes.every(({ outcome }) => outcome === 'events')).toBe(true);
    expect(at.asked).toEqual([certificateUrl]);
    await at.gateway.clock.advance(23 * 3_600_000);
    await at.receive();
    expect(at.asked).toHaveLength(1);
    await at.gateway.clock.advance(2 * 3_600_000);
    await at.receive();
    expect(at.asked).toHaveLength(2);
  });

  it('does not call an address that is not PayPal’s, and believes nothing', async () => {
    await using at = await receiving(() => answer(200, file));
    const answered = await at.receive(leaf, {
      'paypal-cert-url': 'https://certs.example.org/v1/notifications/certs/C',
    });
    expect(answered).toMatchObject({ outcome: 'invalid', reason: 'signature_wrong' });
    expect(at.asked).toEqual([]);
  });

  it('does not believe a certificate that PayPal does not have, and does not ask again for a minute', async () => {
    await using at = await receiving(() => answer(404, 'not found'));
    expect(await at.receive()).toMatchObject({ outcome: 'invalid' });
    expect(await at.receive()).toMatchObject({ outcome: 'invalid' });
    expect(at.asked).toHaveLength(1);
    await at.gateway.clock.advance(61_000);
    await at.receive();
    expect(at.asked).toHaveLength(2);
  });

  it('cannot tell while PayPal’s host fails, so that the hub keeps the request, and asks again', async () => {
    let fails = true;
    await using at = await receiving(() => answer(fails ? 503 : 200, file));
    await expect(at.receive()).rejects.toMatchObject({ class: 'unavailable' });
    fails = false;
    expect(await at.receive()).toMatchObject({ outcome: 'events' });
  });

  it('cannot tell while PayPal’s host is not reached', async () => {
    await using at = await receiving(() => Promise.reject(new FairleadError('unreachable')));
    await expect(at.receive()).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('asks PayPal about the webhook when it serves its certificate without the one above it', async () => {
    await using at = await receiving(() => answer(200, leaf.pem));
    const path = '/v1/notifications/verify-webhook-signature';
    at.gateway.vendor.once({ method: 'POST', path }, { body: { verification_status: 'SUCCESS' } });
    at.gateway.vendor.once({ method: 'POST', path }, { body: { verification_status: 'FAILURE' } });
    expect(await at.receive()).toMatchObject({ outcome: 'events' });
    expect(await at.receive()).toMatchObject({ outcome: 'invalid', reason: 'signature_wrong' });
  });

  it('does not ask PayPal about a webhook whose certificate is a forgery', async () => {
    const forged = issue({ name: 'Test CA', issuer: root, ca: true });
    await using at = await receiving(() => answer(200, leaf.pem + forged.pem));
    expect(await at.receive()).toMatchObject({ outcome: 'invalid', reason: 'signature_wrong' });
    expect(at.gateway.vendor.requests).toEqual([]);
  });

  it('judges a webhook that had to wait by the time at which it arrived', async () => {
    const short = issue({
      name: leafName,
      issuer: intermediate,
      from: '2020-01-01T00:00:00Z',
      to: '2020-02-01T00:00:00Z',
    });
    await using at = await receiving(() => answer(200, short.pem + intermediate.pem));
    const rawBody = body(at.gateway);
    const request = {
      method: 'POST',
      rawBody,
      headers: signedHeaders(rawBody, short.privateKey),
      query: {},
      publicUrl: 'https://hub.example/hooks/test',
    };
    const { receive } = paymentGateway.operations;
    const then = await at.gateway.plugin.invoke(receive, { ...request, receivedAt: '2020-01-15T00:00:00Z' });
    expect(then).toMatchObject({ outcome: 'events' });
    expect(await at.gateway.plugin.invoke(receive, request)).toMatchObject({ outcome: 'invalid' });
  });
});
