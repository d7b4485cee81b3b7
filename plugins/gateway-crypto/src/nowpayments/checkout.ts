import { type Call, type CheckoutAnswer, type CheckoutRequest, isFairleadError } from '@fairlead/sdk';
import { compareDecimals, decimalOf } from '../decimals.ts';
import { JsonNumber, writeJson } from '../lossless-json.ts';
import { beforehand, unreadable } from '../map-errors.ts';
import { type NotAttempted, notAttempted } from '../provider.ts';
import { addressAt, decimalAt, idAt } from '../reading.ts';
import type { Context } from '../settings.ts';
import type { NowPaymentsClient } from './client.ts';

/** `POST /invoice`: NOWPayments’ own page, where the customer chooses the coin unless the settings name one. */
export async function createCheckout(
  { settings, webhookUrl }: Context,
  client: NowPaymentsClient,
  input: CheckoutRequest,
  call: Call,
): Promise<CheckoutAnswer> {
  const price = decimalOf(input.amount);
  const currency = input.amount.currency.toLowerCase();
  if (price === undefined) return notAttempted('currency_unknown', `${input.amount.currency} is not in ISO 4217.`);
  const asked = { price, currency, coin: settings.payCurrency?.toLowerCase() };
  const tooLittle = await checkMinimum(client, asked, call);
  if (tooLittle !== undefined) return tooLittle;
  const json = writeJson({
    price_amount: new JsonNumber(price),
    price_currency: currency,
    ...(settings.payCurrency === undefined ? {} : { pay_currency: settings.payCurrency.toLowerCase() }),
    order_id: input.reference,
    order_description: input.description ?? 'Payment',
    ipn_callback_url: webhookUrl,
    success_url: input.returnUrl,
    cancel_url: input.cancelUrl,
    partially_paid_url: input.returnUrl,
  });
  const { body, refused } = await client.post('/invoice', json, call);
  if (refused !== undefined) {
    return notAttempted(refused.code ?? 'invoice_refused', refused.message ?? 'NOWPayments refused the invoice.');
  }
  const providerRef = idAt(body, 'id');
  const redirectUrl = addressAt(body, 'invoice_url');
  if (providerRef === undefined || redirectUrl === undefined) throw unreadable('id and invoice_url');
  return { outcome: 'created', providerRef, redirectUrl };
}

/** A minimum that cannot be had now is left to the invoice as well: it must not stop a payment that is large enough. */
async function checkMinimum(client: NowPaymentsClient, asked: Asked, call: Call): Promise<NotAttempted | undefined> {
  try {
    return await beforehand(call, (asking) => belowMinimum(client, asked, asking));
  } catch (error) {
    if (isFairleadError(error, 'unavailable') && !call.signal.aborted) return undefined;
    throw error;
  }
}

interface Asked {
  /** Decimal text in `currency`. */
  readonly price: string;
  readonly currency: string;
  /** Undefined when the customer chooses. */
  readonly coin: string | undefined;
}

/**
 * Below its minimum NOWPayments opens an invoice that nobody can pay. With a coin the minimum is in that coin and compared
 * with the estimate; without one `min-amount` tells it in the fiat currency. A pair for which it has no answer (400) is
 * left to the invoice to refuse.
 */
async function belowMinimum(client: NowPaymentsClient, asked: Asked, call: Call): Promise<NotAttempted | undefined> {
  const { price, currency, coin } = asked;
  const minimum = await client.get(`/min-amount?${query({ currency_from: coin ?? currency })}`, call);
  const least = decimalAt(minimum.body, 'min_amount');
  if (least === undefined) return undefined;
  const offered = coin === undefined ? price : await estimate(client, { ...asked, coin }, call);
  if (offered === undefined || compareDecimals(offered, least) >= 0n) return undefined;
  const inCoin = coin === undefined ? '' : ` (about ${offered} ${coin})`;
  return notAttempted(
    'amount_below_minimum',
    `NOWPayments takes at least ${least} ${coin ?? currency}; ${price} ${currency}${inCoin} is less.`,
  );
}

async function estimate(
  client: NowPaymentsClient,
  { price, currency, coin }: Asked & { readonly coin: string },
  call: Call,
): Promise<string | undefined> {
  const path = `/estimate?${query({ amount: price, currency_from: currency, currency_to: coin })}`;
  return decimalAt((await client.get(path, call)).body, 'estimated_amount');
}

function query(parameters: Readonly<Record<string, string>>): string {
  return new URLSearchParams(parameters).toString();
}
