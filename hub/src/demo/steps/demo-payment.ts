import type { HubClient } from '../../client/hub-client.ts';
import type { SandboxProvider } from '../sandbox-provider.ts';

/** What the steps look at of a payment. */
export interface DemoPayment {
  readonly id: string;
  readonly status: string;
  readonly captured: { readonly amountMinor: string };
  readonly attempts: readonly {
    readonly connection: string;
    readonly status: string;
    readonly providerRef: string | null;
  }[];
}

export interface TimelineEntry {
  readonly kind: string;
  readonly title: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Charges that the provider's own book holds for a payment's first attempts. */
export async function chargesOf(provider: SandboxProvider, payment: DemoPayment): Promise<number> {
  const { charges_by_reference: charges } = await provider.call<{ charges_by_reference: Record<string, number> }>(
    'GET',
    '/control/counts',
  );
  return payment.attempts.reduce((sum, _attempt, index) => sum + (charges[`${payment.id}-${index + 1}`] ?? 0), 0);
}

export function checkoutOf(payment: DemoPayment): string {
  const ref = payment.attempts.at(-1)?.providerRef;
  if (ref === null || ref === undefined) throw new Error(`Payment ${payment.id} has no checkout.`);
  return ref;
}

export async function facts(api: HubClient, paymentId: string): Promise<readonly TimelineEntry[]> {
  const { items } = await api.get<{ items: readonly TimelineEntry[] }>(`/api/payments/${paymentId}/timeline`);
  return items.filter(({ kind }) => kind === 'fact');
}
