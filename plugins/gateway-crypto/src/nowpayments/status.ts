import { type Call, type PaymentEvent, timestamp } from '@fairlead/sdk';
import { compareDecimals, sumDecimals } from '../decimals.ts';
import { unknownPayment, unreadable } from '../map-errors.ts';
import { optional, type StatusAnswer, type StatusRequest } from '../provider.ts';
import { asObject, listAt } from '../reading.ts';
import type { Context } from '../settings.ts';
import type { NowPaymentsClient } from './client.ts';
import { moneyFact, type NowPayment, paymentFact, paymentRef, readPayment } from './facts.ts';

/** So many re-deposits are looked up one by one, should the list not have them. */
const mostLookups = 10;

/** Polls an invoice (a plain number), or one payment (`payment-<number>`), which leads to its invoice where it has one. */
export async function getStatus(
  { clock }: Context,
  client: NowPaymentsClient,
  { providerRef, reference }: StatusRequest,
  call: Call,
): Promise<StatusAnswer> {
  const [, single, id] = /^(payment-)?(\d{1,20})$/.exec(providerRef) ?? [];
  if (id === undefined) throw unknownPayment();
  const payment = single === undefined ? undefined : await topOf(client, await readOne(client, id, call), call);
  const invoiceId = payment === undefined ? id : payment.invoiceId;
  const listed =
    invoiceId === undefined ? [] : await readInvoice(client, invoiceId, payment?.orderId ?? reference, call);
  const known = payment !== undefined && !listed.some((each) => each.id === payment.id) ? [payment, ...listed] : listed;
  const payments = added(await withRedeposits(client, known, call));
  const ref = invoiceId ?? providerRef;
  return answer(payments, ref, payments[0]?.orderId ?? reference, timestamp(clock));
}

async function readOne(client: NowPaymentsClient, id: string, call: Call): Promise<NowPayment> {
  const { body, refused } = await client.get(`/payment/${id}`, call);
  if (refused !== undefined) throw unknownPayment();
  const payment = readPayment(body);
  if (payment === undefined) throw unreadable('payment_id and payment_status');
  return payment;
}

async function topOf(client: NowPaymentsClient, payment: NowPayment, call: Call): Promise<NowPayment> {
  return payment.parentId === undefined ? payment : readOne(client, payment.parentId, call);
}

/**
 * `GET /payment/?invoiceId=` is for a signed-in account. Entries are checked again: a filter that is not understood would
 * answer with payments of others.
 */
async function readInvoice(
  client: NowPaymentsClient,
  invoiceId: string,
  reference: string | undefined,
  call: Call,
): Promise<readonly NowPayment[]> {
  const query = new URLSearchParams({ invoiceId, limit: '500', page: '0', sortBy: 'created_at', orderBy: 'asc' });
  const { body, refused } = await client.getSignedIn(`/payment/?${query.toString()}`, call);
  if (refused !== undefined) throw unknownPayment();
  if (!Array.isArray(body['data'])) throw unreadable('data');
  const payments = listAt(body, 'data')
    .map((entry) => readPayment(asObject(entry)))
    .filter((payment) => payment !== undefined);
  const own = payments.filter((payment) =>
    payment.invoiceId === undefined
      ? payment.orderId === reference && reference !== undefined
      : payment.invoiceId === invoiceId,
  );
  const ids = new Set(own.map(({ id }) => id));
  const children = payments.filter(({ id, parentId }) => !ids.has(id) && parentId !== undefined && ids.has(parentId));
  return [...own, ...children];
}

/** Adds re-deposits that a payment names and the list does not have. */
async function withRedeposits(
  client: NowPaymentsClient,
  payments: readonly NowPayment[],
  call: Call,
): Promise<readonly NowPayment[]> {
  const ids = new Set(payments.map(({ id }) => id));
  const missing = [...new Set(payments.flatMap(({ childIds }) => childIds))].filter(
    (id) => !ids.has(id) && /^\d+$/.test(id),
  );
  const found: NowPayment[] = [];
  for (const id of missing.slice(0, mostLookups)) found.push(await readOne(client, id, call));
  return [...payments, ...found];
}

/** Whose money has reached the merchant. */
const settled = new Set(['finished', 'partially_paid']);

/** Payments without re-deposits, each with what its re-deposits of the same coin brought, from the latest time on. */
function added(payments: readonly NowPayment[]): readonly NowPayment[] {
  return payments
    .filter(({ parentId }) => parentId === undefined)
    .map((payment) => {
      const later = payments.filter(
        ({ parentId, status, asset }) => parentId === payment.id && settled.has(status) && asset === payment.asset,
      );
      const amounts = [payment.received, ...later.map(({ received }) => received)].filter((each) => each !== undefined);
      if (later.length === 0) return payment;
      const updatedAt = [payment.updatedAt, ...later.map((each) => each.updatedAt)].filter(
        (time) => time !== undefined,
      );
      // An expired payment into which money came later is what that money makes of it.
      return {
        ...payment,
        status: 'partially_paid',
        received: sumDecimals(amounts),
        updatedAt: updatedAt.sort().at(-1),
      };
    });
}

const endings = new Set(['finished', 'failed', 'refunded', 'expired']);
const fruitless = new Set(['failed', 'expired']);

function answer(
  payments: readonly NowPayment[],
  providerRef: string,
  reference: string | undefined,
  now: string,
): StatusAnswer {
  // A customer who changes the coin leaves a payment behind that expires; it does not end the invoice.
  const alive = payments.filter(({ status }) => !fruitless.has(status));
  const counted = alive.length > 0 ? alive : payments.slice(-1);
  const vendorStatus = counted.map(({ status }) => status).join(', ') || 'no payment yet';
  const where = { providerRef, ...optional('reference', reference?.slice(0, 128)) };
  const events: PaymentEvent[] = counted.slice(-500).map((payment) => {
    const evidence = settled.has(payment.status) ? moneyFact(payment) : paymentFact(payment);
    return {
      ...where,
      dedupeKey: `status:${paymentRef(payment.id)}:${payment.status}:${payment.received ?? ''}`,
      type: `status.${evidence.fact}`,
      occurredAt: payment.updatedAt ?? now,
      evidence,
    };
  });
  if (events.length === 0) {
    const evidence = { fact: 'requires_action' } as const;
    events.push({ ...where, dedupeKey: `status:${providerRef}:open`, type: 'status.open', occurredAt: now, evidence });
  }
  return { providerRef, vendorStatus: vendorStatus.slice(0, 128), final: isFinal(counted), events };
}

function isFinal(payments: readonly NowPayment[]): boolean {
  return payments.length > 0 && payments.every((payment) => endings.has(payment.status) && paidOrEnded(payment));
}

/** Finished with too little may still be topped up. */
function paidOrEnded({ status, expected, received }: NowPayment): boolean {
  if (status !== 'finished') return true;
  return expected !== undefined && received !== undefined && compareDecimals(received, expected) >= 0n;
}
