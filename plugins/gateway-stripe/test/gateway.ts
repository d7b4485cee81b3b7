import { type CheckoutRequest, paymentGateway } from '@fairlead/sdk';
import { FakeClock, readManifest, type StartedPlugin, startPlugin } from '@fairlead/sdk/testing';
import plugin from '../src/index.ts';
import { apiKey, FakeStripe, webhookSecret } from './fake-stripe.ts';

export const manifest = readManifest(new URL('../package.json', import.meta.url));

export const eur = (amountMinor: bigint) => ({ amountMinor, currency: 'EUR' });

export const order: CheckoutRequest = {
  reference: 'attempt-1',
  amount: eur(1_299n),
  capture: 'automatic',
  description: 'Order 17',
  returnUrl: 'https://shop.example/done?order=17',
  cancelUrl: 'https://shop.example/cart',
};

/** A connection of the plugin whose vendor is a {@link FakeStripe}. */
export interface Gateway extends AsyncDisposable {
  readonly stripe: FakeStripe;
  readonly clock: FakeClock;
  readonly plugin: StartedPlugin;
  /** Opens a checkout and answers its session's id. */
  checkout(request?: Partial<CheckoutRequest>): Promise<string>;
  /** Opens and pays one; answers the session and the intent. */
  paid(request?: Partial<CheckoutRequest>): Promise<{ providerRef: string; intentId: string }>;
}

export async function startGateway(settings: Record<string, unknown> = {}): Promise<Gateway> {
  const clock = new FakeClock();
  const stripe = await FakeStripe.start(clock);
  const given = { apiKey, webhookSecrets: [webhookSecret], apiBase: stripe.url, ...settings };
  const started = await startPlugin({ plugin, manifest, clock, settings: given });
  const checkout = async (request: Partial<CheckoutRequest> = {}) => {
    const answer = await started.invoke(paymentGateway.createCheckout, { ...order, ...request });
    if (answer.outcome !== 'created') throw new Error(`The checkout was ${answer.outcome}.`);
    return answer.providerRef;
  };
  return {
    stripe,
    clock,
    plugin: started,
    checkout,
    async paid(request) {
      const providerRef = await checkout(request);
      return { providerRef, intentId: String(stripe.pay(providerRef)['id']) };
    },
    async [Symbol.asyncDispose]() {
      await started.dispose();
      await stripe[Symbol.asyncDispose]();
    },
  };
}
