import { type Call, type CheckoutAnswer, type CheckoutRequest, timestamp } from '@fairlead/sdk';
import { decimalOf, priceOf } from '../decimals.ts';
import { needed, unknownPayment, unreadable } from '../map-errors.ts';
import { type CryptoProvider, notAttempted, optional, type StatusAnswer } from '../provider.ts';
import { addressAt, decimalAt, idAt, integerAt, objectAt, secondsAt, textAt } from '../reading.ts';
import type { Context } from '../settings.ts';
import { type LegacyClient, legacyClient } from './client.ts';
import { isComplete, legacyFact, type LegacyPayment } from './facts.ts';
import { ipnReceiver } from './ipn.ts';
import { payoutMaker, payoutMemory } from './payouts.ts';

/** CoinPayments’ first API (api.php), for accounts that still have a public and a private key. */
export function legacyProvider(context: Context): CryptoProvider {
  const client = legacyClient(context);
  const memory = payoutMemory(context.state);
  return {
    createCheckout: (input, call) => createCheckout(context, client, input, call),
    getStatus: ({ providerRef }, call) => getStatus(context, client, providerRef, call),
    receive: ipnReceiver(context, memory),
    payout: payoutMaker(context, client, memory),
    async testCredentials(call) {
      const result = await client.read('get_basic_info', {}, call);
      const id = idAt(result, 'merchant_id');
      if (id === undefined) throw unreadable('merchant_id');
      const label = textAt(result, 'public_name') ?? textAt(result, 'username');
      const warnings = warningsOf(context, id);
      return {
        account: { id, ...optional('label', label?.slice(0, 255)) },
        mode: context.settings.payCurrency === 'LTCT' ? 'test' : 'live',
        ...(warnings.length === 0 ? {} : { warnings }),
      };
    },
  };
}

function warningsOf({ settings }: Context, merchantId: string): string[] {
  return [
    ...(settings.ipnSecrets?.length ? [] : ['No IPN secret is entered, so notifications are refused.']),
    ...(settings.merchantId === merchantId
      ? []
      : ['The merchant id entered is not the account’s, so notifications are refused.']),
    ...(settings.payCurrency === undefined ? ['No coin is entered that customers pay in.'] : []),
  ];
}

/** https://www.coinpayments.net/apidoc-create-transaction. `invoice` comes back in notifications and polls. */
async function createCheckout(
  { settings, clock, webhookUrl }: Context,
  client: LegacyClient,
  input: CheckoutRequest,
  call: Call,
): Promise<CheckoutAnswer> {
  const coin = needed(settings.payCurrency, 'payCurrency');
  const { amount, customer, reference } = input;
  const decimal = decimalOf(amount);
  if (decimal === undefined) {
    return notAttempted('currency_unknown', `${amount.currency} is not a currency of ISO 4217.`);
  }
  const email = customer?.email ?? settings.buyerEmail;
  if (email === undefined) {
    return notAttempted(
      'buyer_email_missing',
      'CoinPayments needs the e-mail of the buyer, or the setting buyerEmail.',
    );
  }
  const fields = {
    amount: decimal,
    currency1: amount.currency,
    currency2: coin,
    buyer_email: email,
    ...optional('buyer_name', customer?.name),
    item_name: (input.description ?? 'Payment').slice(0, 255),
    invoice: reference,
    ipn_url: webhookUrl,
    success_url: input.returnUrl,
    cancel_url: input.cancelUrl,
  };
  const { result, refused } = await client.run('create_transaction', fields as Record<string, string>, call);
  if (refused !== undefined) return notAttempted('create_transaction', refused);
  const providerRef = idAt(result, 'txn_id');
  const redirectUrl = addressAt(result, 'checkout_url') ?? addressAt(result, 'status_url');
  if (providerRef === undefined || redirectUrl === undefined) throw unreadable('txn_id and checkout_url');
  const lifetimeS = integerAt(result, 'timeout');
  const expires = lifetimeS !== undefined && lifetimeS > 0 && lifetimeS < 31_536_000;
  return {
    outcome: 'created',
    providerRef,
    redirectUrl,
    ...(expires ? { expiresAt: new Date(clock.now() + lifetimeS * 1_000).toISOString() } : {}),
  };
}

/** https://www.coinpayments.net/apidoc-get-tx-info; `full` adds what was asked at checkout. */
async function getStatus(
  { clock }: Context,
  client: LegacyClient,
  providerRef: string,
  call: Call,
): Promise<StatusAnswer> {
  if (!/^\w{1,128}$/.test(providerRef)) throw unknownPayment();
  const result = await client.read('get_tx_info', { txid: providerRef, full: '1' }, call);
  const status = integerAt(result, 'status');
  if (status === undefined) throw unreadable('status');
  const checkout = objectAt(result, 'checkout');
  const payment: LegacyPayment = {
    txnId: providerRef,
    status,
    statusText: textAt(result, 'status_text'),
    price: priceOf(decimalAt(checkout, 'amountf'), textAt(checkout, 'currency')),
    asset: textAt(result, 'coin'),
    expected: decimalAt(result, 'amountf'),
    received: decimalAt(result, 'receivedf'),
  };
  // Without the price nothing could be told about the money, and a later poll may find it.
  if (isComplete(status) && payment.price === undefined) throw unreadable('price');
  const evidence = legacyFact(payment);
  const at = status === 0 ? secondsAt(result, 'time_created') : secondsAt(result, 'time_completed');
  return {
    providerRef,
    vendorStatus: `${status} ${payment.statusText ?? ''}`.trim().slice(0, 128),
    final: status < 0 || isComplete(status),
    events: [
      {
        dedupeKey: `status:${providerRef}:${status}:${payment.received ?? ''}`,
        type: `status.${evidence.fact}`,
        providerRef,
        ...optional('reference', textAt(checkout, 'invoice')?.slice(0, 128)),
        occurredAt: at ?? timestamp(clock),
        evidence,
      },
    ],
  };
}
