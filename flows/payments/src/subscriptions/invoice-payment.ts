import { randomBytes } from 'node:crypto';
import { isStorageError } from '@fairlead/core/flow-api';
import { newId, type PaymentEvent, type PaymentFact } from '@fairlead/sdk';
import type { PaymentChange } from '../change/advance.ts';
import { hashOf } from '../collections.ts';
import { evidenceOf } from '../evidence/add-evidence.ts';
import { storedMoney, toStored } from '../model/stored.ts';
import { rememberRef } from '../receive/provider-refs.ts';
import type { PaymentTools } from '../tools.ts';
import type { SubscriptionState } from './subscription.ts';

export interface PaidInvoice {
  readonly connectionId: string;
  readonly event: PaymentEvent;
  readonly fact: Extract<PaymentFact, { readonly fact: 'invoice_paid' }>;
  readonly subscription: SubscriptionState;
  readonly subscriptionId: string;
  readonly attempt: number;
}

/**
 * Makes a payment of a period that the provider billed and collected: captured, with its ledger entries, so that it is
 * listed, booked and refunded like any other. One for each invoice, however often it is told: its request key follows
 * from the invoice. @returns its id; null for an invoice of nothing
 */
export async function invoicePayment(tools: PaymentTools, invoice: PaidInvoice): Promise<string | null> {
  const { connectionId, fact } = invoice;
  if (fact.amount.amountMinor <= 0n) return null;
  const requestKey = hashOf('invoice', connectionId, fact.invoiceRef);
  const id = await findOrCreate(tools, invoice, requestKey);
  // What the provider takes back of this invoice is this payment's.
  await rememberRef(tools, connectionId, fact.invoiceRef, { paymentId: id, attempt: 1 });
  return id;
}

async function findOrCreate(tools: PaymentTools, invoice: PaidInvoice, requestKey: string): Promise<string> {
  const found = await tools.payments.findOne({ requestKey });
  if (found !== undefined) return found.id;
  const id = newId(tools.services.clock.now());
  const ref = await refOf(tools, invoice);
  try {
    await tools.create(id, stateOf(invoice, { requestKey, ref, now: tools.services.clock.now() }));
    return id;
  } catch (error) {
    if (!isStorageError(error, 'duplicate_key') || error.field !== 'requestKey') throw error;
    const other = await tools.payments.findOne({ requestKey });
    if (other === undefined) throw error;
    return other.id;
  }
}

/** What a refund of it names at the provider: the checkout that began the subscription. */
async function refOf({ payments }: PaymentTools, { event, fact, subscriptionId, attempt }: PaidInvoice) {
  const first = (await payments.get(subscriptionId))?.state.attempts.find(({ number }) => number === attempt);
  return first?.providerRef ?? event.providerRef ?? fact.invoiceRef;
}

function stateOf(
  { connectionId, event, fact, subscription, subscriptionId }: PaidInvoice,
  { requestKey, ref, now }: { readonly requestKey: string; readonly ref: string; readonly now: number },
): PaymentChange {
  const { terms, template } = subscription;
  const at = new Date(now).toISOString();
  const { invoiceRef: movementRef, amount, fee } = fact;
  const captured: PaymentFact = {
    fact: 'captured',
    movementRef,
    amount,
    final: true,
    ...(fee === undefined ? {} : { fee }),
  };
  return {
    intent: {
      ...template,
      amount: toStored(amount),
      capture: 'automatic',
      connections: [connectionId],
      expiresAt: at,
      subscription: { ...terms, of: subscriptionId },
    },
    attempts: [
      {
        number: 1,
        connectionId,
        asked: toStored(amount),
        charge: storedMoney(0n, amount.currency),
        chargePaidBy: 'merchant',
        createdAt: at,
        providerRef: ref,
        redirectUrl: null,
        checkoutExpiresAt: null,
      },
    ],
    calls: [],
    evidence: [evidenceOf({ ...event, evidence: captured }, { connectionId, attempt: 1, via: 'webhook', now })],
    checkoutToken: randomBytes(24).toString('base64url'),
    requestKey,
    requestHash: null,
    createdAt: at,
    createdBy: 'hub:subscriptions',
  };
}
