import { type CheckoutRequest, type PaymentFact, paymentGateway, type WebhookRequest } from '@fairlead/sdk';
import {
  type CaseValues,
  type Counterparty,
  FakeClock,
  readManifest,
  startCounterparty,
  type StartedPlugin,
  startPlugin,
} from '@fairlead/sdk/testing';
import plugin from '../src/index.ts';

export const manifest = readManifest(new URL('../package.json', import.meta.url));
export const hookUrl = 'https://hub.example/hooks/test';

export const order: CheckoutRequest = {
  reference: 'attempt-0001',
  amount: { amountMinor: 129_950n, currency: 'EUR' },
  capture: 'automatic',
  description: 'Order 1',
  returnUrl: 'https://shop.example/return',
  cancelUrl: 'https://shop.example/cancel',
};

/** A connection of the plugin with a counterparty in the vendor’s place. */
export interface Connection extends AsyncDisposable {
  readonly vendor: Counterparty;
  readonly clock: FakeClock;
  readonly plugin: StartedPlugin;
  readonly values: CaseValues;
  /** The one fact of a genuine notification. */
  fact(request: WebhookRequest): Promise<PaymentFact>;
  /** Why a notification is not believed. */
  refusal(request: WebhookRequest): Promise<string>;
}

export async function connect(
  settings: (vendor: Counterparty) => Readonly<Record<string, unknown>>,
): Promise<Connection> {
  const clock = new FakeClock();
  const vendor = await startCounterparty();
  const started = await startPlugin({ plugin, manifest, clock, settings: settings(vendor) });
  const receive = (request: WebhookRequest) => started.invoke(paymentGateway.receive, request);
  return {
    vendor,
    clock,
    plugin: started,
    values: { reference: order.reference, amount: order.amount, nowMs: clock.now() },
    async fact(request) {
      const answer = await receive(request);
      const [event, more] = answer.outcome === 'events' ? answer.events : [];
      if (event === undefined || more !== undefined)
        throw new Error(`Not one event: ${JSON.stringify(answer.outcome)}`);
      return event.evidence;
    },
    async refusal(request) {
      const answer = await receive(request);
      return answer.outcome === 'invalid' ? answer.reason : answer.outcome;
    },
    async [Symbol.asyncDispose]() {
      await started.dispose();
      await vendor.dispose();
    },
  };
}
