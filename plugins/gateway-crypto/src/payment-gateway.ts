import type { CheckoutAnswer, CheckoutRequest, Implementation } from '@fairlead/sdk';
import { coinPaymentsProvider } from './coinpayments/provider.ts';
import { legacyProvider } from './coinpayments-legacy/provider.ts';
import { nowPaymentsProvider } from './nowpayments/provider.ts';
import { type CryptoProvider, declined, notAttempted } from './provider.ts';
import type { Context } from './settings.ts';

const providers: Readonly<Record<Context['settings']['provider'], (context: Context) => CryptoProvider>> = {
  'coinpayments-legacy': legacyProvider,
  coinpayments: coinPaymentsProvider,
  nowpayments: nowPaymentsProvider,
};

/** The operations for one connection: those of the provider that its settings name. */
export function cryptoGateway(context: Context): Implementation<'payment-gateway'> {
  const provider = providers[context.settings.provider](context);
  return {
    createCheckout: async (input, call) => unsupported(input) ?? provider.createCheckout(input, call),
    getStatus: (input, call) => provider.getStatus(input, call),
    receive: (request) => provider.receive(request),
    // The manifest is the plugin's and not the provider's: what only another provider has is refused, with a reason.
    void: async ({ providerRef }, call) =>
      provider.void?.(providerRef, call) ??
      declined('other', 'void_not_offered', `${context.settings.provider} cannot end an invoice; it lapses by itself.`),
    payout: async (input, call) =>
      provider.payout?.(input, call) ??
      declined('other', 'payout_not_offered', `${context.settings.provider} has no payouts without a person’s code.`),
    testCredentials: (_input, call) => provider.testCredentials(call),
  };
}

/** What no crypto payment can be, whoever the provider is. */
function unsupported({ amount, capture, subscription }: CheckoutRequest): CheckoutAnswer | undefined {
  if (subscription !== undefined) {
    return notAttempted('subscription_not_offered', 'Crypto payments are not charged again by themselves.');
  }
  if (capture === 'manual') {
    return notAttempted('manual_capture_not_offered', 'A crypto payment cannot be authorized now and captured later.');
  }
  if (amount.amountMinor <= 0n) return notAttempted('amount_not_positive', 'The amount has to be above zero.');
  return undefined;
}
