import type { DemoConnection } from '../stage.ts';
import { prove, type Step, until } from '../step.ts';
import { chargesOf, checkoutOf, type DemoPayment, facts } from './demo-payment.ts';

interface LedgerLine {
  readonly account: string;
  readonly amountMinor: string;
}

export const paymentCaptured: Step = {
  title: 'A payment is captured once, though its webhooks come twice, late and out of order',
  async run({ api, provider, stream, connections }, tell) {
    const made = await api.post<DemoConnection>('/api/connections', {
      plugin: 'gateway-sandbox',
      name: 'Demo shop at the sandbox',
      settings: { apiBase: provider.url },
      secrets: { apiKey: provider.apiKey, webhookSecrets: provider.webhookSecrets },
    });
    connections.set('gateway-sandbox', made);
    const test = await api.post<{ outcome: string; mode?: string }>(`/api/connections/${made.id}/test`);
    prove(test.outcome === 'ok' && test.mode === 'test', 'the provider takes the credentials, in test mode');
    tell(`the fake provider runs as process ${provider.pid}; its credentials were tested`);

    await provider.call('POST', '/control/webhooks', { mode: 'hold' });
    const payment = await api.post<DemoPayment>('/api/payments', {
      amountMinor: '1299',
      currency: 'USD',
      reference: 'demo-order-1',
      connections: [made.id],
    });
    prove(payment.status === 'requires_action', 'the customer is sent to the provider to pay');
    tell('a payment of 12.99 USD was made through the API; the customer is sent to the provider’s page');
    await provider.press(checkoutOf(payment), 'delay');
    await until('the provider’s bank has taken its time', async () =>
      (await chargesOf(provider, payment)) === 1 ? true : undefined,
    );
    tell('the customer paid, the bank took its time, and the provider held back every webhook');

    // Backwards: that it was captured comes before that it is under way. Then all of them once more.
    await provider.call('POST', '/control/webhooks/release', { order: 'reversed' });
    const { events } = await provider.call<{ events: readonly { id: string; reference?: string }[] }>(
      'GET',
      '/control/events',
    );
    const own = events.filter(({ reference }) => reference === `${payment.id}-1`);
    for (const { id } of own) await provider.call('POST', `/control/events/${id}/redeliver`, {});
    const captured = await until('the payment is captured', async () => {
      const found = await api.get<DemoPayment>(`/api/payments/${payment.id}`);
      return found.status === 'captured' ? found : undefined;
    });
    prove(captured.captured.amountMinor === '1299', '12.99 USD were captured');
    prove((await chargesOf(provider, payment)) === 1, 'the provider’s book has one charge');
    const told = await until('the event is on the stream', () => {
      const found = stream.events.filter(({ type, subject }) => type === 'payment.captured' && subject === payment.id);
      return found.length > 0 ? found : undefined;
    });
    prove(told.length === 1, 'the capture was told once');
    await until('the other facts are on the timeline', async () =>
      (await facts(api, payment.id)).length >= 2 ? true : undefined,
    );
    tell('the webhooks came backwards and twice: one charge at the provider, captured once, told once');
    await provider.call('POST', '/control/webhooks', { mode: 'normal' });

    const { items } = await until('the ledger has the entries', async () => {
      const page = await api.get<{ items: readonly { lines: readonly LedgerLine[] }[] }>(
        `/api/ledger?payment=${payment.id}`,
      );
      return page.items.length > 0 ? page : undefined;
    });
    const lines = items.flatMap((entry) => entry.lines);
    const sum = lines.reduce((total, { amountMinor }) => total + BigInt(amountMinor), 0n);
    prove(sum === 0n, 'the ledger’s entries balance');
    const clearing = lines.filter(({ account }) => account === `clearing:${made.id}`);
    tell(
      `the ledger balances: ${clearing.map(({ amountMinor }) => amountMinor).join(' and ')} at the gateway, fee included`,
    );
  },
};
