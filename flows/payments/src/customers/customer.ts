import { defineCollection, isStorageError, type Repository } from '@fairlead/core/flow-api';
import type { PaymentCustomer } from '../model/payment.ts';
import type { PaymentTools } from '../tools.ts';

/** Somebody who pays, as the product knows them; the aggregate's id is the product's own. Nothing of a card is in it. */
export interface Customer {
  readonly email: string | null;
  readonly name: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** Members that somebody set by hand: payments do not change them. */
  readonly byHand: readonly ('email' | 'name' | 'country')[];
  /** Payments that were created. */
  readonly payments: number;
  readonly firstPaymentAt: string | null;
  readonly lastPaymentAt: string | null;
  /** The payments that were counted last, so that one that is told twice counts once. */
  readonly counted: readonly string[];
}

export const customerCollection = defineCollection({
  name: 'payments_customers',
  index: { email: 'string?', lastPaymentAt: 'string' },
  project: ({ email, lastPaymentAt }: Customer) => ({
    email: email?.toLowerCase(),
    lastPaymentAt: lastPaymentAt ?? '',
  }),
});
export type CustomerIndex = (typeof customerCollection)['index'];
export type Customers = Repository<Customer, CustomerIndex>;

export const unknownCustomer: Customer = {
  email: null,
  name: null,
  country: null,
  byHand: [],
  payments: 0,
  firstPaymentAt: null,
  lastPaymentAt: null,
  counted: [],
};

/** An event comes again only while it is the newest, apart from what several nodes do at once. */
const mostCounted = 50;

/** Notes the customer of a payment that was created. Repeating it is harmless. A payment without a customer's id has none. */
export async function noteCustomer(
  tools: Pick<PaymentTools, 'payments'>,
  customers: Customers,
  paymentId: string,
): Promise<void> {
  const payment = (await tools.payments.get(paymentId))?.state;
  const customer = payment?.intent.customer;
  if (payment === undefined || customer?.id === undefined) return;
  await changeCustomer(customers, customer.id, (before) =>
    before.counted.includes(paymentId) ? before : withPayment(before, customer, paymentId, payment.createdAt),
  );
}

function withPayment(before: Customer, told: PaymentCustomer, paymentId: string, at: string): Customer {
  const { firstPaymentAt, lastPaymentAt } = before;
  const newest = lastPaymentAt === null || at >= lastPaymentAt;
  const pick = (member: 'email' | 'name' | 'country') => {
    const mayChange = (newest || before[member] === null) && !before.byHand.includes(member);
    return (mayChange ? told[member] : undefined) ?? before[member];
  };
  return {
    ...before,
    email: pick('email'),
    name: pick('name'),
    country: pick('country'),
    payments: before.payments + 1,
    firstPaymentAt: firstPaymentAt === null || at < firstPaymentAt ? at : firstPaymentAt,
    lastPaymentAt: newest ? at : lastPaymentAt,
    counted: [...before.counted, paymentId].slice(-mostCounted),
  };
}

/** Changes a customer, or makes one. @returns as it is then */
export async function changeCustomer(
  customers: Customers,
  id: string,
  change: (before: Customer) => Customer,
): Promise<Customer> {
  for (;;) {
    const stored = await customers.update(id, (before) => {
      const state = change(before);
      return state === before ? undefined : { state };
    });
    if (stored !== undefined) return stored.state;
    try {
      return (await customers.commit({ id, state: change(unknownCustomer) }, 0)).state;
    } catch (error) {
      if (!isStorageError(error, 'version_conflict') && !isStorageError(error, 'duplicate_key')) throw error;
    }
  }
}
