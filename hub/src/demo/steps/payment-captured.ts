import type { DemoConnection } from '../stage.ts';
import { prove, type Step, until } from '../step.ts';

interface Fact {
  readonly fact: string;
  readonly amount?: { readonly amountMinor: string; readonly currency: string };
}

interface Status {
  readonly output: { readonly vendorStatus: string; readonly events: readonly { readonly facts?: readonly Fact[] }[] };
}

interface Counts {
  readonly charges: number;
  readonly charged: Readonly<Record<string, string>>;
}

export const paymentCaptured: Step = {
  title: 'A payment is captured at the sandbox gateway',
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

    // The flow that makes checkouts is not part of this version, so the shop makes this one at the provider itself.
    const checkout = await provider.call<{ id: string }>('POST', '/v1/checkouts', {
      reference: 'demo-order-1',
      amount: '1299',
      currency: 'USD',
      capture: 'automatic',
      return_url: 'http://127.0.0.1/thanks',
      cancel_url: 'http://127.0.0.1/cart',
      webhook_url: made.webhookUrl,
    });
    await provider.press(checkout.id, 'pay');
    tell('a checkout of 12.99 USD was made at the provider, and paid on its page');

    const item = await until('the provider’s webhook is in the inbox and dispatched', async () => {
      const items = await api.list<{ id: string; type: string; status: string }>(`/api/inbox?connection=${made.id}`);
      return items.find(({ status, type }) => status === 'dispatched' && type.includes('capture'));
    });
    await until('webhook.received comes on the event stream', () =>
      stream.events.find(({ type, data }) => type === 'webhook.received' && data['inboxId'] === item.id),
    );
    tell(`the provider’s signed webhook (${item.type}) was verified, stored, dispatched, and told on the event stream`);

    const { output } = await api.post<Status>(`/api/connections/${made.id}/operations/getStatus`, {
      input: { providerRef: checkout.id },
    });
    prove(JSON.stringify(output).includes('"captured"'), 'getStatus, called through the guard, tells of a capture');
    prove(JSON.stringify(output).includes('"1299"'), 'the capture is of 1299 minor units');
    const counts = await provider.call<Counts>('GET', '/control/counts');
    prove(
      counts.charges === 1 && counts.charged['USD'] === '1299',
      'the provider’s own books hold one charge of 12.99 USD',
    );
    tell(
      `asked through the guard, the provider says “${output.vendorStatus}”; its own books hold one charge, of 12.99 USD`,
    );
  },
};
