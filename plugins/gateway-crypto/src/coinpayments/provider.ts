import { type Call, type CheckoutAnswer, type CheckoutRequest, timestamp } from '@fairlead/sdk';
import { decimalOf } from '../decimals.ts';
import { beforehand, needed, unknownPayment, unreadable } from '../map-errors.ts';
import {
  type CryptoProvider,
  declined,
  notAttempted,
  optional,
  type StatusAnswer,
  type VoidAnswer,
} from '../provider.ts';
import { addressAt, asObject, idAt, listAt, objectAt, textAt, timeAt } from '../reading.ts';
import type { Context } from '../settings.ts';
import { type CoinPaymentsClient, coinPaymentsClient } from './client.ts';
import { fiatCurrencies } from './currencies.ts';
import { customNames, invoiceFacts, polledInvoice } from './facts.ts';
import { webhookReceiver } from './webhook.ts';

const notifications = [
  'invoiceCreated',
  'invoicePending',
  'invoicePaid',
  'invoiceCompleted',
  'invoiceCancelled',
  'invoiceTimedOut',
];

/** CoinPayments’ present API, for accounts with a client id and secret: invoices on its own page. */
export function coinPaymentsProvider(context: Context): CryptoProvider {
  const client = coinPaymentsClient(context);
  const currencyOf = fiatCurrencies(client, context.clock);
  return {
    createCheckout: (input, call) => createCheckout(context, client, currencyOf, input, call),
    getStatus: ({ providerRef }, call) => getStatus(context, client, providerRef, call),
    receive: webhookReceiver(context),
    void: (providerRef, call) => cancelInvoice(client, providerRef, call),
    // CoinPayments has no call that names the account. Listing invoices is what polls need as well.
    async testCredentials(call) {
      const id = needed(context.settings.clientId, 'clientId');
      const answer = asObject(await client.get('/v2/merchant/invoices?limit=1', call));
      if (answer === undefined || !Object.hasOwn(answer, 'items')) throw unreadable('items');
      return { account: { id: id.slice(0, 255) }, mode: 'unknown' };
    },
  };
}

/** https://docs.coinpayments.net/api/invoices/routes/postMerchantInvoicesV2 */
async function createCheckout(
  { webhookUrl }: Context,
  client: CoinPaymentsClient,
  currencyOf: ReturnType<typeof fiatCurrencies>,
  input: CheckoutRequest,
  call: Call,
): Promise<CheckoutAnswer> {
  const total = decimalOf(input.amount);
  const currency = total === undefined ? undefined : await currencyOf(input.amount.currency, call);
  if (total === undefined || currency === undefined) {
    return notAttempted('currency_unsupported', `CoinPayments does not list ${input.amount.currency}.`);
  }
  const body = {
    currency: currency.id,
    // Shown to both sides; at most 127 characters.
    ...(input.reference.length <= 127 ? { invoiceId: input.reference } : {}),
    items: [
      { name: (input.description ?? 'Payment').slice(0, 127), quantity: { value: 1, type: 'quantity' }, amount: total },
    ],
    amount: { breakdown: { subtotal: total }, total },
    ...(input.customer?.email === undefined ? {} : { payment: { refundEmail: input.customer.email } }),
    customData: {
      [customNames.reference]: input.reference,
      [customNames.currency]: input.amount.currency,
      [customNames.decimals]: String(currency.decimals),
    },
    webhooks: [{ notificationsUrl: webhookUrl, notifications }],
    successUrl: input.returnUrl,
    cancelUrl: input.cancelUrl,
    hideShoppingCart: true,
  };
  const { body: answer, refused } = await client.post('/v2/merchant/invoices', body, call);
  if (refused !== undefined) {
    return notAttempted(refused.code ?? 'invoice_refused', refused.message ?? 'CoinPayments refused the invoice.');
  }
  const invoice = asObject(listAt(asObject(answer), 'invoices')[0]);
  const providerRef = idAt(invoice, 'id');
  const redirectUrl = addressAt(invoice, 'checkoutLink') ?? addressAt(invoice, 'link');
  if (providerRef === undefined || redirectUrl === undefined) throw unreadable('id and checkoutLink');
  const expiresAt = timeAt(objectAt(invoice, 'payment'), 'expires');
  return { outcome: 'created', providerRef, redirectUrl, ...optional('expiresAt', expiresAt) };
}

const ended = new Set(['completed', 'cancelled', 'timedOut', 'deleted']);
const timeNames: Readonly<Record<string, string>> = {
  unpaid: 'created',
  paid: 'confirmed',
  completed: 'completed',
  cancelled: 'cancelled',
  timedOut: 'expires',
};

/** https://docs.coinpayments.net/api/invoices/routes/getMerchantInvoicesByIdV2 */
async function getStatus(
  { clock }: Context,
  client: CoinPaymentsClient,
  providerRef: string,
  call: Call,
): Promise<StatusAnswer> {
  const { json, invoice } = await readInvoice(client, providerRef, call);
  // Without the price nothing could be told about the money, and a later poll may find it.
  if (invoice.status === 'completed' && invoice.price === undefined) throw unreadable('price');
  const { id, status, received } = invoice;
  const custom = objectAt(json, 'customData');
  const occurredAt = timeAt(json, timeNames[status] ?? '') ?? timestamp(clock);
  return {
    providerRef: id,
    vendorStatus: status.slice(0, 128),
    final: ended.has(status),
    events: invoiceFacts(invoice).map((evidence) => ({
      dedupeKey: `status:${id}:${status}:${evidence.fact}:${received?.received ?? ''}`.slice(0, 512),
      type: `status.${evidence.fact}`,
      providerRef: id,
      ...optional('reference', textAt(custom, customNames.reference)?.slice(0, 128)),
      occurredAt,
      evidence,
    })),
  };
}

async function readInvoice(client: CoinPaymentsClient, providerRef: string, call: Call) {
  if (!/^[A-Za-z0-9-]{1,64}$/.test(providerRef)) throw unknownPayment();
  const json = asObject(await client.get(`/v2/merchant/invoices/${providerRef}`, call));
  const invoice = json && polledInvoice(json);
  if (invoice === undefined) throw unreadable('id and status');
  return { json, invoice };
}

const open = new Set(['draft', 'scheduled', 'unpaid']);

/**
 * `POST /v1/merchant/invoices/{id}/cancel`. The invoice is looked at first: one that is cancelled already was so by an
 * earlier try, and one into which money comes is left alone.
 * Source: https://docs.coinpayments.net/api/invoices/routes/postMerchantInvoicesCancelByIdV1
 */
async function cancelInvoice(client: CoinPaymentsClient, providerRef: string, call: Call): Promise<VoidAnswer> {
  const { invoice } = await beforehand(call, (asking) => readInvoice(client, providerRef, asking));
  const { status } = invoice;
  if (status === 'cancelled' || status === 'deleted') return { outcome: 'succeeded' };
  if (!open.has(status)) return declined('other', `invoice_${status}`.slice(0, 128), `The invoice is ${status}.`);
  const refused = await client.act(`/v1/merchant/invoices/${providerRef}/cancel`, call);
  if (refused === undefined) return { outcome: 'succeeded' };
  return declined('other', refused.code ?? 'cancel_refused', refused.message ?? 'CoinPayments refused to cancel it.');
}
