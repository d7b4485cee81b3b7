import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startSandboxProvider } from '../sandbox-provider.ts';
import type { DemoConnection } from '../stage.ts';
import { prove, type Step, until } from '../step.ts';
import { chargesOf, checkoutOf, type DemoPayment } from './demo-payment.ts';

export const paymentFallsBack: Step = {
  title: 'A gateway is down: the payment goes to the next',
  async run({ api, provider, connections, dataDir }, tell) {
    const folder = await mkdtemp(join(dataDir, 'second-provider-'));
    const second = await startSandboxProvider(folder);
    const made = await api.post<DemoConnection>('/api/connections', {
      plugin: 'gateway-sandbox',
      name: 'A second gateway',
      settings: { apiBase: second.url },
      secrets: { apiKey: second.apiKey, webhookSecrets: second.webhookSecrets },
    });
    const sound = connections.get('gateway-sandbox');
    prove(sound !== undefined, 'an earlier step has made the first connection');
    const terms = { enabled: true, ratePercent: '1.5', chargePaidBy: 'merchant' };
    await api.put('/api/payments/routing', {
      gateways: { [made.id]: { ...terms, priority: 1 }, [sound.id]: { ...terms, priority: 2 } },
      rules: [],
    });
    const { outcome } = await api.post<{ outcome: string }>(`/api/connections/${made.id}/test`);
    prove(outcome === 'ok', 'the second gateway works');
    tell('a second gateway was added, with a better rate, so that it is asked first');

    await second.close();
    const payment = await api.post<DemoPayment>('/api/payments', {
      amountMinor: '4900',
      currency: 'EUR',
      reference: 'demo-order-2',
      connections: [made.id, sound.id],
    });
    const [first, next] = payment.attempts;
    prove(first?.connection === made.id && first.status === 'not_attempted', 'the first gateway was not reached');
    prove(next?.connection === sound.id && payment.status === 'requires_action', 'the second has a checkout');
    tell('its provider was ended: the first attempt did not reach it, the second went to the other gateway at once');
    await provider.press(checkoutOf(payment), 'pay');
    await until('the payment is captured', async () => {
      const found = await api.get<DemoPayment>(`/api/payments/${payment.id}`);
      return found.status === 'captured' ? found : undefined;
    });
    prove((await chargesOf(provider, payment)) === 1, 'there is one charge');
    tell('the customer paid there; one charge, and nobody was told of a failure');
    await api.post(`/api/connections/${made.id}/pause`);
    await rm(folder, { recursive: true, force: true });
  },
};
