import { prove, type Step, until } from '../step.ts';
import { checkoutOf, type DemoPayment, facts } from './demo-payment.ts';

/** Two ways lead there, each at its own time: whichever comes first. */
const asked: Readonly<Record<string, string>> = {
  status: 'how it stands (here after 3 seconds, else after a minute)',
  recovery: 'for the events that never arrived (every quarter of an hour)',
};

export const webhookLost: Step = {
  title: 'A webhook is lost: the janitor finds the payment',
  async run({ api, provider, connections }, tell) {
    const connection = connections.get('gateway-sandbox');
    prove(connection !== undefined, 'an earlier step has made the connection');
    await provider.call('POST', '/control/webhooks', { mode: 'lost' });
    const payment = await api.post<DemoPayment>('/api/payments', {
      amountMinor: '2500',
      currency: 'EUR',
      reference: 'demo-order-3',
      connections: [connection.id],
    });
    await provider.press(checkoutOf(payment), 'pay');
    await provider.call('POST', '/control/webhooks', { mode: 'normal' });
    const before = await api.get<DemoPayment>(`/api/payments/${payment.id}`);
    prove(before.status === 'requires_action', 'the hub has not heard that the customer paid');
    tell('the customer paid, and the provider’s webhook was lost on its way');
    await until('the janitor asks the provider', async () => {
      const found = await api.get<DemoPayment>(`/api/payments/${payment.id}`);
      return found.status === 'captured' ? found : undefined;
    });
    const [fact] = await facts(api, payment.id);
    const how = asked[String(fact?.details['via'])];
    prove(how !== undefined, 'it was learnt by asking, not by a webhook');
    tell(`the janitor asked the provider ${how}: captured`);
  },
};
