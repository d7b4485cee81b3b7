import type { Payment } from '../use-payments.ts';

/** Authorized money that was not taken yet, in minor units. */
export function capturable({
  status,
  authorized,
  captured,
}: Pick<Payment, 'status' | 'authorized' | 'captured'>): bigint {
  if (status !== 'authorized' && status !== 'partially_captured') return 0n;
  return most(BigInt(authorized.amountMinor) - BigInt(captured.amountMinor));
}

type Moved = Pick<Payment, 'captured' | 'refunded' | 'refunding' | 'reversed' | 'disputed'>;

/** Captured money that nobody has asked back yet, in minor units. */
export function refundable({ captured, refunded, refunding, reversed, disputed }: Moved): bigint {
  const gone = [refunded, refunding, reversed, disputed].reduce((sum, one) => sum + BigInt(one.amountMinor), 0n);
  return most(BigInt(captured.amountMinor) - gone);
}

export function isVoidable({ status, captured }: Pick<Payment, 'status' | 'captured'>): boolean {
  return BigInt(captured.amountMinor) === 0n && (status === 'authorized' || status === 'requires_action');
}

export function isCancellable({ status }: Pick<Payment, 'status'>): boolean {
  return status === 'created' || status === 'requires_action' || status === 'failed' || status === 'expired';
}

function most(amount: bigint): bigint {
  return amount > 0n ? amount : 0n;
}
