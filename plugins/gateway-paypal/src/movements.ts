import { type Call, FairleadError, type InputOf, type Money, type OutputOf, type paymentGateway } from '@fairlead/sdk';
import { exactly, moneyAt, toPayPalAmount } from './amounts.ts';
import type { PayPalClient } from './client.ts';
import { decline, type Declined, declinedBy } from './declined.ts';
import { failedTry, feeOf, refundOf, type RefundState, refundTag, unitOf } from './object-facts.ts';
import { readPayment } from './provider-ref.ts';
import { idOf, type Json, objectAt, objectsAt, optional, textAt } from './reading.ts';

type Captured = OutputOf<typeof paymentGateway.capture>;
type Voided = OutputOf<typeof paymentGateway.void>;
type Refunded = OutputOf<typeof paymentGateway.refund>;

/** An order's authorizations and captures, with the order's id. */
interface Movements {
  readonly orderId: string;
  readonly authorizations: readonly Json[];
  readonly captures: readonly Json[];
}

async function readMovements(client: PayPalClient, providerRef: string, call: Call): Promise<Movements> {
  const { order, id } = (await readPayment(client, providerRef, call)) as { order?: Json; id?: string };
  if (order === undefined || id === undefined) {
    throw new FairleadError('not_found_at_vendor', { message: 'PayPal no longer names the order of this payment.' });
  }
  const payments = objectAt(unitOf(order), 'payments');
  return {
    orderId: id,
    authorizations: objectsAt(payments, 'authorizations'),
    captures: objectsAt(payments, 'captures'),
  };
}

/** The one that can still be used, else the last: PayPal answers a repeat of a key with what it did, whatever it is now. */
function lastUsable(objects: readonly Json[], statuses: readonly string[]): Json | undefined {
  return objects.findLast((each) => statuses.includes(textAt(each, 'status') ?? '')) ?? objects.at(-1);
}

/** Takes authorized money: `POST /v2/payments/authorizations/{id}/capture` (…/docs/api/payments/v2/#authorizations_capture). */
export async function capture(
  client: PayPalClient,
  { providerRef, amount, final }: InputOf<typeof paymentGateway.capture>,
  call: Call,
): Promise<Captured> {
  const { authorizations } = await readMovements(client, providerRef, call);
  const authorization = lastUsable(authorizations, ['CREATED', 'PARTIALLY_CAPTURED']);
  const id = idOf(authorization);
  if (authorization === undefined || id === undefined) {
    return decline('nothing_authorized', 'Nothing is authorized on this order.');
  }
  const units = amountFor(authorization, amount);
  if ('outcome' in units) return units;
  const body = { amount: units, final_capture: final };
  const { done, refused } = await client.act(call, `/v2/payments/authorizations/${id}/capture`, body);
  if (refused !== undefined) return declinedBy(refused);
  return captureAnswer(done);
}

function captureAnswer(made: Json): Captured {
  const movementRef = idOf(made);
  const amount = exactly(() => moneyAt(made, 'amount'));
  const fee = exactly(() => feeOf(made));
  const status = textAt(made, 'status') ?? '';
  if (['DECLINED', 'DENIED', 'FAILED'].includes(status)) {
    const { fact: _fact, ...told } = failedTry(made);
    return { outcome: 'declined', ...told };
  }
  if (movementRef === undefined || amount === undefined) throw new FairleadError('answer_unreadable');
  if (status === 'PENDING') return { outcome: 'pending', movementRef, amount };
  if (!['COMPLETED', 'PARTIALLY_REFUNDED', 'REFUNDED'].includes(status)) throw new FairleadError('answer_unreadable');
  return { outcome: 'succeeded', movementRef, amount, ...optional('fee', fee) };
}

/**
 * Gives back an authorization: `POST /v2/payments/authorizations/{id}/void` (…/docs/api/payments/v2/#authorizations_void).
 * An order that nobody paid cannot be ended at PayPal; it lapses by itself, and takes no money unless it is confirmed.
 */
export async function voidPayment(client: PayPalClient, providerRef: string, call: Call): Promise<Voided> {
  const { authorizations } = await readMovements(client, providerRef, call);
  const id = idOf(lastUsable(authorizations, ['CREATED', 'PARTIALLY_CAPTURED', 'PENDING']));
  if (id === undefined) {
    return decline('nothing_authorized', 'Nothing is authorized; an order that is not confirmed lapses by itself.');
  }
  const { refused } = await client.act(call, `/v2/payments/authorizations/${id}/void`, {});
  if (refused === undefined || refused.vendorCode === 'PREVIOUSLY_VOIDED') return { outcome: 'succeeded' };
  return declinedBy(refused);
}

/** Sends money back: `POST /v2/payments/captures/{id}/refund` (…/docs/api/payments/v2/#captures_refund). */
export async function refund(
  client: PayPalClient,
  { providerRef, movementRef, amount, reference }: InputOf<typeof paymentGateway.refund>,
  call: Call,
): Promise<Refunded> {
  const { orderId, captures } = await readMovements(client, providerRef, call);
  const taken = captureFor(captures, movementRef, amount);
  if ('outcome' in taken) return taken;
  const units = amountFor(taken.capture, amount);
  if ('outcome' in units) return units;
  const body = { amount: units, ...optional('custom_id', refundTag(reference, orderId)) };
  const { done, refused } = await client.act(call, `/v2/payments/captures/${taken.id}/refund`, body);
  if (refused !== undefined) return declinedBy(refused);
  return { outcome: 'accepted', refund: refundState(done) };
}

/** PayPal would refund whichever capture it is told, that of another payment as well. */
function captureFor(
  captures: readonly Json[],
  movementRef: string | undefined,
  amount: Money,
): { readonly capture: Json; readonly id: string } | Declined {
  if (captures.length === 0) return decline('nothing_captured', 'Nothing is captured on this order.');
  const candidates = captures.filter((each) => movementRef === undefined || idOf(each) === movementRef);
  const chosen = candidates.length > 1 ? candidates.find((each) => covers(each, amount)) : candidates[0];
  const id = idOf(chosen);
  if (chosen !== undefined && id !== undefined) return { capture: chosen, id };
  return movementRef === undefined
    ? decline('several_captures', 'Several captures were made, and none of them covers the amount. Name one.')
    : decline('no_such_capture', 'The movement is not a capture of this payment.');
}

function covers(capture: Json, amount: Money): boolean {
  const whole = exactly(() => moneyAt(capture, 'amount'));
  return textAt(capture, 'status') === 'COMPLETED' && whole !== undefined && whole.amountMinor >= amount.amountMinor;
}

export async function getRefund(client: PayPalClient, refundRef: string, call: Call): Promise<RefundState> {
  if (!/^[A-Z0-9]{8,36}$/.test(refundRef)) {
    throw new FairleadError('not_found_at_vendor', { message: 'PayPal’s ids are capital letters and digits.' });
  }
  return refundState(await client.read(call, `/v2/payments/refunds/${refundRef}`));
}

function refundState(made: Json): RefundState {
  const state = exactly(() => refundOf(made));
  if (state === undefined) throw new FairleadError('answer_unreadable');
  return state;
}

/** The amount for a request, once it is sure that it is in the currency of what is captured or refunded. */
function amountFor(
  movement: Json,
  amount: Money,
): { readonly currency_code: string; readonly value: string } | Declined {
  const currency = exactly(() => moneyAt(movement, 'amount'))?.currency;
  if (currency !== amount.currency) {
    return decline(
      'currency_mismatch',
      `The payment is in ${currency ?? 'no known currency'}, not in ${amount.currency}.`,
    );
  }
  const units = toPayPalAmount(amount);
  if ('refused' in units) return decline(units.code, units.refused);
  return { currency_code: units.currency, value: units.value };
}
