import type { SandboxProvider } from '../../src/demo/sandbox-provider.ts';
import type { Api } from './api.ts';

/** A payment that was asked for, and the id that the hub answered. */
export interface PaymentRequest {
  readonly key: string;
  readonly amountMinor: string;
  readonly manual: boolean;
  readonly refund: boolean;
  id: string | undefined;
}

interface Money {
  readonly amountMinor: string;
  readonly currency: string;
}

interface PaymentView {
  readonly id: string;
  readonly status: string;
  readonly reference: string;
  readonly captured: Money;
  readonly refunded: Money;
  readonly attempts: readonly { readonly number: number; readonly providerRef: string | null }[];
}

interface CheckoutView {
  readonly id: string;
  readonly reference: string;
  readonly captures: readonly { readonly amount: string }[];
  readonly refunds: readonly { readonly amount: string; readonly status: string }[];
}

interface Counts {
  readonly charges_by_reference: Readonly<Record<string, number>>;
}

/** Compares what the provider counted with what the hub tells. @returns what differs, in sentences */
export async function comparePayments(
  api: Api,
  provider: SandboxProvider,
  requests: readonly PaymentRequest[],
): Promise<readonly string[]> {
  const wrong: string[] = [];
  const payments = await api.all<PaymentView>('/api/payments');
  const { checkouts } = await provider.call<{ checkouts: readonly CheckoutView[] }>('GET', '/control/checkouts');
  const { charges_by_reference: charges } = await provider.call<Counts>('GET', '/control/counts');
  const byId = new Map(payments.map((payment) => [payment.id, payment]));
  const byReference = Map.groupBy(payments, ({ reference }) => reference);
  for (const { key, id } of requests) {
    const found = byReference.get(key) ?? [];
    if (found.length > 1) wrong.push(`${key} made ${found.length} payments.`);
    if (id !== undefined && found[0]?.id !== id) wrong.push(`${key} was acknowledged as ${id}, and is lost.`);
  }
  for (const [reference, times] of Object.entries(charges)) {
    if (times > 1) wrong.push(`${reference} was charged ${times} times.`);
  }
  for (const [reference, made] of Map.groupBy(checkouts, (checkout) => checkout.reference)) {
    if (made.length > 1) wrong.push(`${reference} has ${made.length} checkouts at the provider.`);
    const payment = byId.get(reference.replace(/-\d+$/, ''));
    if (payment === undefined) wrong.push(`${reference} is known to the provider, and lost here.`);
    else wrong.push(...differences(payment, made));
  }
  for (const payment of payments) wrong.push(...unsettled(payment));
  return wrong;
}

function differences({ reference, captured, refunded }: PaymentView, checkouts: readonly CheckoutView[]): string[] {
  const taken = sum(checkouts.flatMap(({ captures }) => captures));
  const returned = sum(checkouts.flatMap(({ refunds }) => refunds.filter(({ status }) => status === 'succeeded')));
  return [
    ...(BigInt(captured.amountMinor) === taken
      ? []
      : [`${reference}: the provider took ${taken}, the hub tells ${captured.amountMinor}.`]),
    ...(BigInt(refunded.amountMinor) === returned
      ? []
      : [`${reference}: the provider sent back ${returned}, the hub tells ${refunded.amountMinor}.`]),
    ...(returned === 0n || returned === 37n ? [] : [`${reference}: 37 was to be sent back, and ${returned} was.`]),
  ];
}

/** In the end nothing is in between. */
function unsettled({ reference, status }: PaymentView): readonly string[] {
  const settled = /^(captured|partially_refunded|refunded|requires_action|authorized|failed|expired)$/.test(status);
  return settled ? [] : [`${reference} is still “${status}”.`];
}

function sum(amounts: readonly { readonly amount: string }[]): bigint {
  return amounts.reduce((total, { amount }) => total + BigInt(amount), 0n);
}
