import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { alertOf, headingOf, keysIn, refreshOf, setTerms, textOf, visitorOf } from './checkout-visitor.ts';
import { type FlowHarness, flowHarness, gatewayA, gatewayB, gatewayConnection } from './flow-harness.ts';

let harness: FlowHarness;
beforeEach(async () => {
  harness = await flowHarness();
  harness.connections.set(gatewayB, gatewayConnection(gatewayB));
  await setTerms(harness, {
    [gatewayA]: { label: 'Card', priority: 1, ratePercent: '2.5', fixed: { EUR: '30' }, chargePaidBy: 'customer' },
    [gatewayB]: { label: 'Bank', priority: 2, ratePercent: '1' },
  });
});
afterEach(() => harness.dispose());

const link = async (body: object = {}) => {
  const payment = await harness.create({ checkout: 'page', ...body });
  return { id: payment.id, visitor: visitorOf(harness, payment) };
};
const attemptsOf = async (id: string) =>
  (await harness.show(id)).attempts.map(({ connection, status }) => [connection, status]);
const locationOf = ({ headers }: { readonly headers: object }) => (headers as { location?: string }).location;

describe('the page of a payment', () => {
  test('asks nobody, and shows what is paid for, each way of paying, its charge and the total', async () => {
    const { visitor } = await link({ amountMinor: '123456', description: 'Two chairs', reference: 'order-7' });
    const page = await visitor.open();
    expect(page.status).toBe(200);
    expect(textOf(page)).toBe(
      [
        'Pay 1,234.56 EUR',
        'For',
        'Two chairs',
        'Reference',
        'order-7',
        'How do you want to pay?',
        'Card',
        '1,265.72 EUR',
        'of which charge: 31.16 EUR',
        'Bank',
        '1,234.56 EUR',
        'no extra charge',
        'Continue to payment',
        'You pay on the page of the provider that you choose.',
        'This link can be used until',
        '16 January 2026 at 12:00 UTC',
        '.',
      ].join('\n'),
    );
    expect(harness.provider.calls).toEqual([]);
  });

  test.each([
    ['5', 'EUR', 'Pay 0.05 EUR'],
    ['1000', 'JPY', 'Pay 1,000 JPY'],
    ['1234567', 'KWD', 'Pay 1,234.567 KWD'],
    ['90071992547409931', 'USD', 'Pay 900,719,925,474,099.31 USD'],
  ])('shows %s minor units of %s exactly', async (amountMinor, currency, heading) => {
    const { visitor } = await link({ amountMinor, currency });
    expect(headingOf(await visitor.open())).toBe(heading);
  });

  test('is not kept, framed, scripted or told to other sites, and may send its form on to a provider', async () => {
    const { visitor } = await link();
    const { headers, body } = await visitor.open();
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; form-action 'self' https:; base-uri 'none'; frame-ancestors 'none'$/,
    );
    expect(body).not.toMatch(/<script|javascript:|\son\w+=|style="/i);
    expect(body).toMatch(/^<!doctype html>\n<html lang="en">/);
  });

  test('writes what others wrote as text, wherever it stands', async () => {
    const evil = "\"><script>alert(1)</script><img src=x onerror='alert(2)'>&amp;";
    await setTerms(harness, { [gatewayA]: { label: evil }, [gatewayB]: { enabled: false } });
    const cancelUrl = 'https://shop.example/?a="><script>alert(3)</script>';
    const { visitor } = await link({ description: evil, reference: evil, cancelUrl });
    const page = await visitor.open();
    const text = String(page.body);
    expect(text).not.toMatch(/<script|<img/);
    expect(
      text.split(
        '&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&#39;alert(2)&#39;&gt;&amp;amp;',
      ),
    ).toHaveLength(4);
    expect(text).toContain('href="https://shop.example/?a=%22%3E%3Cscript%3Ealert(3)%3C/script%3E"');
  });

  test('names no connection, no customer and nothing that the provider said', async () => {
    const { id, visitor } = await link({ customer: { email: 'payer@example.com', name: 'P. Ayer', id: 'c-77' } });
    harness.provider.faults.push({ fault: { error: 'credentials_invalid' }, connectionId: gatewayA });
    await visitor.choose();
    harness.provider.faults.push({ fault: 'declined', connectionId: gatewayA });
    await visitor.choose();
    const page = await visitor.open();
    expect(String(page.body)).not.toMatch(/gw-|payer@example|Ayer|c-77|credential|provider says no|cs_/i);
    expect(String(page.body)).not.toContain(id);
  });

  test('is the same 404 for every address that is nobody’s, whatever is asked of it', async () => {
    const { visitor } = await link();
    const stranger = visitorOf(harness, { checkoutUrl: `/pay/${visitor.token.toLowerCase()}x` });
    const answers = [
      await stranger.open(),
      await stranger.send('x'),
      await stranger.comeBack('return'),
      await stranger.comeBack('cancel'),
      await visitorOf(harness, { checkoutUrl: "/pay/' OR 1=1 --" }).open(),
    ];
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ status: 404 });
    expect(headingOf(answers[0] ?? answers[1]!)).toBe('This link is not valid');
  });

  test('says so when there is no way of paying', async () => {
    harness.standings.set(gatewayA, { health: 'unhealthy', open: false });
    harness.standings.set(gatewayB, { health: 'unhealthy', open: false });
    const { visitor } = await link();
    expect(textOf(await visitor.open())).toContain('No way of paying is available at the moment.');
  });
});

describe('choosing', () => {
  test('opens one checkout with the gateway chosen, for the total, and sends the payer there', async () => {
    const { id, visitor } = await link();
    const answer = await visitor.choose();
    expect(answer).toMatchObject({ status: 303, headers: { location: 'https://pay.example/cs_1' } });
    expect(harness.provider.payment().amount).toEqual({ amountMinor: 1260n, currency: 'EUR' });
    expect(await attemptsOf(id)).toEqual([[gatewayA, 'requires_action']]);
  });

  test('the same again leads to the same checkout', async () => {
    const { id, visitor } = await link();
    const first = await visitor.choose();
    expect(locationOf(await visitor.choose())).toBe(locationOf(first));
    expect(textOf(await visitor.open())).toContain('Begun: you can go on there');
    expect(await attemptsOf(id)).toHaveLength(1);
  });

  test('the same many times at once opens one checkout, and all go there', async () => {
    const { id, visitor } = await link();
    const [key] = keysIn(await visitor.open());
    const hold = harness.provider.hold('createCheckout', 'after');
    const clicks = [visitor.send(key), visitor.send(key), visitor.send(key)];
    await hold.reached;
    clicks.push(visitor.send(key));
    hold.release();
    const answers = await Promise.all(clicks);
    expect(answers.map(locationOf)).toEqual(Array(4).fill('https://pay.example/cs_1'));
    expect(await attemptsOf(id)).toHaveLength(1);
    expect(harness.provider.callsOf('createCheckout')).toHaveLength(1);
  });

  test('on two nodes at once opens one checkout; the other waits on the page', async () => {
    const { id, visitor } = await link();
    const other = await flowHarness({ storage: harness.storage, clock: harness.clock });
    for (const [name, connection] of harness.connections) other.connections.set(name, connection);
    const elsewhere = visitorOf(other, { checkoutUrl: visitor.token });
    const [key] = keysIn(await visitor.open());
    const hold = harness.provider.hold('createCheckout');
    const first = visitor.send(key);
    await hold.reached;
    expect(locationOf(await elsewhere.send(key))).toBe(`/pay/${visitor.token}`);
    const page = await elsewhere.open();
    expect([headingOf(page), refreshOf(page)]).toEqual(['One moment', `2; url=/pay/${visitor.token}?turn=1`]);
    hold.release();
    expect(locationOf(await first)).toBe('https://pay.example/cs_1');
    expect(await attemptsOf(id)).toHaveLength(1);
    expect(other.provider.calls).toEqual([]);
    expect(headingOf(await elsewhere.open())).toBe('Pay 12.00 EUR');
    await other.dispose();
  });

  test('two ways at once begins one of them', async () => {
    const { id, visitor } = await link();
    const [card, bank] = keysIn(await visitor.open());
    const answers = await Promise.all([visitor.send(card), visitor.send(bank)]);
    expect(answers.map(locationOf)).toContain('https://pay.example/cs_1');
    expect(await attemptsOf(id)).toHaveLength(1);
  });

  test('another way ends the checkout that was begun; the first again then begins a new one', async () => {
    const { id, visitor } = await link();
    await visitor.choose();
    expect(locationOf(await visitor.choose(1))).toBe('https://pay.example/cs_2');
    expect(locationOf(await visitor.choose(0))).toBe('https://pay.example/cs_3');
    await harness.runJobs();
    expect(await attemptsOf(id)).toEqual([
      [gatewayA, 'cancelled'],
      [gatewayB, 'cancelled'],
      [gatewayA, 'requires_action'],
    ]);
  });

  test('after a payment of which nobody has heard shows that it is paid, and begins nothing', async () => {
    const { id, visitor } = await link();
    await visitor.choose();
    const [, bank] = keysIn(await visitor.open());
    harness.provider.pay();
    expect(locationOf(await visitor.send(bank))).toBe(`/pay/${visitor.token}`);
    expect(headingOf(await visitor.open())).toBe('Thank you: this is paid');
    expect(await attemptsOf(id)).toEqual([[gatewayA, 'captured']]);
  });

  test('with a gateway that declines shows the page with the reason, and the others to choose', async () => {
    harness.provider.faults.push({ fault: 'declined', connectionId: gatewayA });
    const { id, visitor } = await link();
    expect(locationOf(await visitor.choose())).toBe(`/pay/${visitor.token}`);
    const page = await visitor.open();
    expect(alertOf(page)).toBe('The payment was declined.');
    expect(keysIn(page)).toHaveLength(2);
    expect(await attemptsOf(id)).toEqual([[gatewayA, 'failed']]);
    expect(locationOf(await visitor.choose(1))).toMatch(/^https:\/\/pay\.example\//);
    expect(alertOf(await visitor.open())).toBeUndefined();
  });

  test('with a gateway that cannot be reached says so, and the same can be tried again', async () => {
    harness.provider.down.add(gatewayA);
    const { visitor } = await link();
    await visitor.choose();
    expect(alertOf(await visitor.open())).toBe('This way of paying is not available at the moment.');
    harness.provider.down.clear();
    expect(locationOf(await visitor.choose())).toMatch(/^https:\/\/pay\.example\//);
  });

  test('with an outcome that is not known offers nothing else until it is', async () => {
    harness.provider.faults.push({ fault: 'timeout_after', operation: 'createCheckout' });
    const { id, visitor } = await link();
    const [card, bank] = keysIn(await visitor.open());
    expect(locationOf(await visitor.send(card))).toBe(`/pay/${visitor.token}`);
    const page = await visitor.open();
    expect(headingOf(page)).toBe('We are finding out');
    expect(keysIn(page)).toEqual([]);
    for (const key of [card, bank]) expect(locationOf(await visitor.send(key))).toBe(`/pay/${visitor.token}`);
    expect(harness.provider.callsOf('createCheckout')).toHaveLength(1);
    expect((await harness.show(id)).status).toBe('unknown');
    await harness.clock.advance(130_000);
    expect(headingOf(await visitor.open())).toBe('Pay 12.00 EUR');
    expect(locationOf(await visitor.send(card))).toBe('https://pay.example/cs_1');
    expect(harness.provider.payments.size).toBe(1);
  });

  test('what is not offered, or nothing, shows the page again and begins nothing', async () => {
    const { id, visitor } = await link();
    const [card] = keysIn(await visitor.open());
    for (const value of [undefined, '', gatewayA, 'x']) {
      const answer = await visitor.send(value);
      expect([answer.status, alertOf(answer)]).toEqual([409, 'Please choose one of these ways of paying.']);
    }
    harness.connections.set(gatewayA, gatewayConnection(gatewayA, { status: 'paused' }));
    expect((await visitor.send(card)).status).toBe(409);
    expect(await attemptsOf(id)).toEqual([]);
  });

  test('stops after thirty tries', async () => {
    harness.provider.faults.push({ fault: 'declined', times: 99 });
    const { id, visitor } = await link();
    for (let count = 0; count < 30; count += 1) await visitor.choose();
    expect(headingOf(await visitor.open())).toBe('Nothing can be paid here any more');
    await visitor.send('x');
    expect(await attemptsOf(id)).toHaveLength(30);
  });

  test('an open checkout keeps the charge that it was opened with', async () => {
    const { visitor } = await link();
    await visitor.choose();
    await setTerms(harness, { [gatewayA]: { label: 'Card', ratePercent: '9', chargePaidBy: 'customer' } });
    expect(textOf(await visitor.open())).toContain('12.60 EUR\nof which charge: 0.60 EUR');
  });
});
