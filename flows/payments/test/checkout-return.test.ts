import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PaymentFact } from '@fairlead/sdk';
import { alertOf, type CheckoutVisitor, headingOf, keysIn, refreshOf, textOf, visitorOf } from './checkout-visitor.ts';
import { type FlowHarness, flowHarness, gatewayB, gatewayConnection } from './flow-harness.ts';

let harness: FlowHarness;
beforeEach(async () => {
  harness = await flowHarness();
  harness.connections.set(gatewayB, gatewayConnection(gatewayB));
});
afterEach(() => harness.dispose());

const shop = { returnUrl: 'https://shop.example/done?order=7#top', cancelUrl: 'https://shop.example/basket' };
const begun = async (body: object = {}) => {
  const payment = await harness.create({ checkout: 'page', ...body });
  const visitor = visitorOf(harness, payment);
  await visitor.choose();
  return { id: payment.id, visitor };
};
const locationOf = ({ headers }: { readonly headers: object }) => (headers as { location?: string }).location;
const looks = () => harness.provider.callsOf('getStatus').length;

describe('coming back from the provider', () => {
  test('shows that it is paid though no webhook came: the provider is asked', async () => {
    const { id, visitor } = await begun();
    harness.provider.pay();
    const page = await visitor.comeBack('return');
    expect([page.status, headingOf(page), refreshOf(page)]).toEqual([200, 'Thank you: this is paid', undefined]);
    expect(textOf(page)).toContain('12.00 EUR');
    expect((await harness.show(id)).status).toBe('captured');
    expect(looks()).toBe(1);
  });

  test('asks nobody about what is known to be paid', async () => {
    const { visitor } = await begun();
    harness.provider.pay();
    await harness.deliver();
    await visitor.comeBack('return');
    expect(looks()).toBe(0);
  });

  test('asks once in three seconds, however many come back at once', async () => {
    const { visitor } = await begun();
    const hold = harness.provider.hold('getStatus');
    const many = Array.from({ length: 20 }, () => visitor.comeBack('return'));
    await hold.reached;
    hold.release();
    await Promise.all(many);
    await visitor.comeBack('cancel');
    expect(looks()).toBe(1);
    await harness.clock.advance(2_999);
    await visitor.comeBack('return');
    expect(looks()).toBe(1);
    await harness.clock.advance(1);
    await visitor.comeBack('return');
    expect(looks()).toBe(2);
  });

  test('does not put off the janitor', async () => {
    const { id, visitor } = await begun();
    await visitor.comeBack('return');
    const { watch } = await harness.state(id);
    for (let count = 0; count < 5; count += 1) {
      await harness.clock.advance(3_000);
      await visitor.comeBack('return');
    }
    expect(looks()).toBe(6);
    expect((await harness.state(id)).watch).toEqual(watch);
  });

  test('shows what is known when the provider cannot be asked, or does not answer within eight seconds', async () => {
    const { visitor } = await begun();
    harness.provider.faults.push({ fault: 'unreachable', operation: 'getStatus' });
    expect(headingOf(await visitor.comeBack('return'))).toBe('Waiting for your payment');
    await harness.clock.advance(3_000);
    const hold = harness.provider.hold('getStatus');
    const page = visitor.comeBack('return');
    await hold.reached;
    await harness.clock.advance(8_000);
    expect(headingOf(await page)).toBe('Waiting for your payment');
    hold.release();
  });

  test('waits for the word of the provider, less and less often, and then offers to choose again', async () => {
    const { visitor } = await begun();
    const pages = [];
    for (const turn of ['0', '1', '5', '6']) pages.push(await visitor.comeBack('return', { turn }));
    expect(pages.map(headingOf)).toEqual([...Array(3).fill('Waiting for your payment'), 'Pay 12.00 EUR']);
    expect(pages.map(refreshOf)).toEqual([
      `2; url=/pay/${visitor.token}/return?turn=1`,
      `3; url=/pay/${visitor.token}/return?turn=2`,
      `5; url=/pay/${visitor.token}/return?turn=6`,
      undefined,
    ]);
    expect(alertOf(pages[3] ?? (await visitor.open()))).toBe('You have not paid yet.');
    const forged = await visitor.comeBack('return', { turn: '1"><script>' });
    expect(refreshOf(forged)).toBe(`2; url=/pay/${visitor.token}/return?turn=1`);
  });

  test('while the hub takes what the payer approved the page waits, and then leaves', async () => {
    const { visitor } = await begun(shop);
    harness.provider.approve();
    const page = await visitor.comeBack('return');
    expect([headingOf(page), refreshOf(page)?.slice(0, 1)]).toEqual(['One moment', '2']);
    await harness.runJobs();
    expect(locationOf(await visitor.comeBack('return'))).toMatch(/^https:\/\/shop\.example\/done\?.*status=captured/);
    expect(harness.provider.charges()).toBe(1);
  });

  test('after a decline at the provider offers to try again', async () => {
    const { visitor } = await begun();
    harness.provider.say({ fact: 'failed', reason: 'insufficient_funds', message: 'internal code 77' });
    const page = await visitor.comeBack('return');
    expect(alertOf(page)).toBe('There was not enough money on the card or account.');
    expect(keysIn(page)).toHaveLength(2);
    expect(page.body).not.toContain('77');
    const chosen = await visitor.choose(1);
    expect([chosen.status, alertOf(chosen), harness.provider.payments.size]).toEqual([303, undefined, 2]);
  });

  test('tells a part payment, and where to pay the rest', async () => {
    const { visitor } = await begun();
    const received = { amount: '1', asset: 'SBX' };
    harness.provider.say({ fact: 'underpaid', movementRef: 'm', received, expected: { amount: '2', asset: 'SBX' } });
    const page = await visitor.comeBack('return');
    expect(headingOf(page)).toBe('A part of your payment has arrived');
    expect(page.body).toContain('<a class="button" href="https://pay.example/cs_1">Pay the rest</a>');
  });

  test('a payment that does not fit what was asked is being checked', async () => {
    const { visitor } = await begun();
    harness.provider.pay(undefined, { amountMinor: 900n });
    expect(headingOf(await visitor.comeBack('return'))).toBe('Your payment is being checked');
    expect(keysIn(await visitor.open())).toEqual([]);
  });
});

describe('a payment with the shop’s addresses', () => {
  const cases: readonly (readonly [name: string, facts: readonly PaymentFact[], location: string])[] = [
    ['paid', [], 'https://shop.example/done?order=7&payment=ID&status=captured#top'],
    ['processing', [{ fact: 'processing' }], 'https://shop.example/done?order=7&payment=ID&status=processing#top'],
  ];
  test.each(cases)('%s: sends its customer there with payment and status', async (_name, facts, location) => {
    const { id, visitor } = await begun(shop);
    if (facts.length === 0) harness.provider.pay();
    for (const fact of facts) harness.provider.say(fact);
    const answer = await visitor.comeBack('return');
    expect([answer.status, locationOf(answer)]).toEqual([303, location.replace('ID', id)]);
  });

  test('cancelled at the provider: tells the shop; the link stays good', async () => {
    const { id, visitor } = await begun(shop);
    harness.provider.say({ fact: 'cancelled' });
    const answer = await visitor.comeBack('cancel');
    expect(locationOf(answer)).toBe(`https://shop.example/basket?payment=${id}&status=cancelled`);
    const page = await visitor.open();
    expect(alertOf(page)).toBe('The payment was left before it was finished.');
    expect(page.body).toContain('<a href="https://shop.example/basket">Go back without paying</a>');
    await visitor.choose(1);
    expect((await harness.show(id)).status).toBe('requires_action');
  });

  test('left at the provider without a word: stays here to choose, and to go back without a result', async () => {
    const { visitor } = await begun(shop);
    const page = await visitor.comeBack('cancel');
    expect([page.status, alertOf(page)]).toEqual([200, 'You have not paid yet.']);
    expect(page.body).not.toContain('status=');
    expect((await visitor.comeBack('return')).body).not.toContain('shop.example');
  });

  test('is never sent anywhere that the request names', async () => {
    const { visitor } = await begun();
    harness.provider.pay();
    const query = { returnUrl: 'https://evil.example', url: 'https://evil.example', status: 'captured' };
    const page = await visitor.comeBack('return', query);
    expect(page.status).toBe(200);
    expect(page.body).not.toContain('evil');
  });
});

describe('a link that an admin sent', () => {
  const orderLink = async (body: object = {}) => {
    const payment = await harness.create({ checkout: 'page', ...body });
    return { id: payment.id, visitor: visitorOf(harness, payment) };
  };
  const cannotPay = async (visitor: CheckoutVisitor, key: string | undefined) => {
    expect(keysIn(await visitor.open())).toEqual([]);
    expect(locationOf(await visitor.send(key))).toBe(`/pay/${visitor.token}`);
    expect(harness.provider.payments.size).toBe(0);
  };

  test('says that it has expired, from the moment on, and takes nothing', async () => {
    const { id, visitor } = await orderLink({ expiresInSeconds: 1_800, ...shop });
    const [key] = keysIn(await visitor.open());
    await harness.clock.advance(1_800_000);
    expect(headingOf(await visitor.open())).toBe('This link has expired');
    await cannotPay(visitor, key);
    await harness.runJob('sweep');
    expect((await harness.show(id)).status).toBe('expired');
    const page = await visitor.open();
    expect(headingOf(page)).toBe('This link has expired');
    expect(page.body).toContain(`href="https://shop.example/basket?payment=${id}&amp;status=expired"`);
  });

  test('says that it was cancelled, and takes nothing', async () => {
    const { id, visitor } = await orderLink(shop);
    const [key] = keysIn(await visitor.open());
    await harness.act(id, 'cancel');
    expect(headingOf(await visitor.open())).toBe('This payment was cancelled');
    await cannotPay(visitor, key);
  });

  test('says that it is paid, and after a refund that the money was sent back', async () => {
    const { id, visitor } = await begun(shop);
    harness.provider.pay();
    await harness.deliver();
    const page = await visitor.open();
    expect(headingOf(page)).toBe('Thank you: this is paid');
    expect(page.body).toContain(`payment=${id}&amp;status=captured`);
    await harness.act(id, 'refund');
    expect(headingOf(await visitor.open())).toBe('The money was sent back');
  });

  test('paid late, after its expiry, is shown as paid', async () => {
    const { visitor } = await begun({ expiresInSeconds: 1_800 });
    await harness.clock.advance(1_801_000);
    await harness.runJob('sweep');
    harness.provider.pay();
    expect(headingOf(await visitor.comeBack('return'))).toBe('Thank you: this is paid');
  });

  test('that reserves the money says so', async () => {
    const { visitor } = await begun({ capture: 'manual' });
    harness.provider.pay();
    expect(headingOf(await visitor.comeBack('return'))).toBe('Thank you: your payment is confirmed');
  });
});
