import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Counterparty, startCounterparty } from './counterparty.ts';
import { settle } from './fake-clock.ts';

let vendor: Counterparty;
beforeEach(async () => {
  vendor = await startCounterparty();
});
afterEach(() => vendor.dispose());

describe('startCounterparty', () => {
  it('answers what is scripted and records the request as it came', async () => {
    vendor.on({ method: 'POST', path: /^\/v1\/\w+$/, query: { a: '1' } }, (request) => ({
      status: 201,
      body: request.json(),
    }));
    const answer = await fetch(`${vendor.url}/v1/things?a=1&b=2`, {
      method: 'POST',
      body: '{"x":[1]}',
      headers: { 'X-Key': 'k' },
    });
    expect([answer.status, await answer.json()]).toEqual([201, { x: [1] }]);
    expect(vendor.requests).toMatchObject([
      { method: 'POST', path: '/v1/things', query: { a: '1', b: '2' }, headers: { 'x-key': 'k' } },
    ]);
    expect(vendor.requests[0]?.text()).toBe('{"x":[1]}');
    vendor.assertExpected();
  });

  it('answers one request each with once, in the order they were scripted, before on', async () => {
    vendor.on({ path: '/a' }, { body: 'always' });
    vendor.once({ path: '/a' }, { body: 'first' });
    vendor.once({ path: '/a' }, { body: 'second' });
    const texts = [];
    for (let call = 0; call < 3; call++) texts.push(await (await fetch(`${vendor.url}/a`)).text());
    expect(texts).toEqual(['first', 'second', 'always']);
  });

  it('answers 501 to what was not scripted and complains of it', async () => {
    expect((await fetch(`${vendor.url}/unknown`)).status).toBe(501);
    vendor.once({ path: '/never' }, {});
    expect(() => vendor.assertExpected()).toThrow(/unexpected: GET \/unknown\nnever asked for: any method \/never/);
  });

  it.each([
    ['reset', 'fetch failed'],
    ['cut', 'terminated'],
  ] as const)('breaks the connection on %s', async (fault, message) => {
    vendor.on({ path: '/' }, { body: 'a body of some length', fault });
    await expect(fetch(vendor.url).then((answer) => answer.text())).rejects.toThrow(message);
  });

  it('sends a dripping body whole in the end', async () => {
    vendor.on({ path: '/' }, { body: 'slow', fault: 'drip', everyMs: 1 });
    expect(await (await fetch(vendor.url)).text()).toBe('slow');
  });

  it('sends what there is and stalls, and sees when the other side has had enough', async () => {
    vendor.on({ path: '/' }, { body: 'first', fault: 'stall' });
    const answer = await fetch(vendor.url);
    const reader = answer.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('first');
    await reader?.cancel();
    await vendor.abandoned(1);
  });

  it('counts only connections that the other side has closed', async () => {
    vendor.once({ path: '/' }, { body: 'whole' });
    vendor.once({ path: '/' }, { body: 'cut', fault: 'cut' });
    vendor.once({ path: '/' }, { fault: 'reset' });
    const outcome = () =>
      fetch(vendor.url)
        .then((answer) => answer.text())
        .catch(() => 'broken');
    expect([await outcome(), await outcome(), await outcome()]).toEqual(['whole', 'broken', 'broken']);
    const abandoned = vendor.abandoned(1).then(() => 'abandoned');
    expect(await Promise.race([abandoned, settle().then(() => 'none')])).toBe('none');
  });

  it('carries out a late request and never answers it', async () => {
    let carriedOut = 0;
    vendor.on({ path: '/' }, { fault: 'late', effect: () => carriedOut++ });
    const stop = new AbortController();
    const answer = fetch(vendor.url, { signal: stop.signal });
    await vendor.received(1);
    stop.abort();
    await expect(answer).rejects.toThrow(/abort/);
    expect(carriedOut).toBe(1);
  });

  it('lays a fault over what is scripted while it is told to', async () => {
    vendor.on({ path: '/' }, { body: 'right' });
    vendor.tamper((reply) => ({ ...reply, status: 503 }));
    expect((await fetch(vendor.url)).status).toBe(503);
    vendor.tamper(undefined);
    expect(await (await fetch(vendor.url)).text()).toBe('right');
  });

  it('says when requests of a kind have come', async () => {
    vendor.on({ path: /./ }, {});
    const seen = vendor.received(1, { method: 'POST', path: '/b' }).then(() => vendor.requests.length);
    await fetch(`${vendor.url}/a`);
    await fetch(`${vendor.url}/b`);
    await fetch(`${vendor.url}/b`, { method: 'POST' });
    expect(await seen).toBe(3);
  });

  it('refuses connections once it is stopped, and forgets nothing', async () => {
    vendor.on({ path: '/' }, {});
    await fetch(vendor.url);
    await vendor.stop();
    await expect(fetch(vendor.url)).rejects.toThrow('fetch failed');
    expect(vendor.requests).toHaveLength(1);
  });
});
