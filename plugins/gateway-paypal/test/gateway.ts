import { type CheckoutRequest, definePlugin, type HttpClient, type Plugin } from '@fairlead/sdk';
import {
  type Counterparty,
  FakeClock,
  readManifest,
  startCounterparty,
  type StartedPlugin,
  startPlugin,
} from '@fairlead/sdk/testing';
import plugin from '../src/index.ts';
import { paypalGateway } from '../src/payment-gateway.ts';
import { settings } from '../src/settings.ts';
import type { Case } from './paypal-objects.ts';
import { webhookId } from './signing.ts';

export const manifest = readManifest(new URL('../package.json', import.meta.url));

export const eur = (amountMinor: bigint) => ({ amountMinor, currency: 'EUR' });

export const order: CheckoutRequest = {
  reference: '0198c0de-7000-7000-8000-000000000001-1',
  amount: eur(1_299n),
  capture: 'automatic',
  description: 'Order 17',
  returnUrl: 'https://shop.example/done?order=17',
  cancelUrl: 'https://shop.example/cart',
};

export const token = { access_token: 'A21AAtoken1', token_type: 'Bearer', app_id: 'APP-1', expires_in: 32_400 };

/** What PayPal knows of {@link order}. */
export const caseAt = (clock: FakeClock, value = '12.99'): Case => ({
  reference: order.reference,
  amount: { currency_code: 'EUR', value },
  at: new Date(clock.now()).toISOString().replace(/\.\d+Z$/, 'Z'),
});

/** A connection of the plugin whose vendor is a counterparty that gives tokens, and nothing else unless scripted. */
export interface Gateway extends AsyncDisposable {
  readonly vendor: Counterparty;
  readonly clock: FakeClock;
  readonly plugin: StartedPlugin;
}

export async function startGateway(given: Record<string, unknown> = {}, tested: Plugin = plugin): Promise<Gateway> {
  const clock = new FakeClock();
  const vendor = await startCounterparty();
  vendor.on({ method: 'POST', path: '/v1/oauth2/token' }, { body: token });
  const started = await startPlugin({
    plugin: tested,
    manifest,
    clock,
    settings: {
      clientId: 'client-1',
      clientSecret: 'secret-1',
      environment: 'sandbox',
      apiBase: vendor.url,
      webhookId,
      verification: 'postback',
      ...given,
    },
  });
  return {
    vendor,
    clock,
    plugin: started,
    async [Symbol.asyncDispose]() {
      await started.dispose();
      await vendor.dispose();
    },
  };
}

/**
 * The plugin with roots of the test's, and with PayPal's hosts of certificates played by `serve`; any other address is
 * reached as usual.
 */
export function pluginTrusting(roots: readonly string[], serve: HttpClient['fetch']): Plugin {
  return definePlugin({ id: 'gateway-paypal', settings })({
    capabilities: {
      'payment-gateway': (context) => {
        const fetch: HttpClient['fetch'] = (url, options) =>
          new URL(url).hostname.endsWith('.paypal.com') ? serve(url, options) : context.http.fetch(url, options);
        return paypalGateway({ ...context, http: { ...context.http, fetch } }, { roots });
      },
    },
  });
}

/** An answer of the hub's HTTP client. */
export function answer(status: number, text: string) {
  const body = new TextEncoder().encode(text);
  return {
    status,
    headers: {},
    body,
    url: 'https://api.sandbox.paypal.com/',
    text: () => text,
    json: () => JSON.parse(text) as unknown,
  };
}
