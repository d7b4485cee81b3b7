import { describe, expect, it } from 'vitest';
import type { Payment } from '../use-payments.ts';
import { capturable, isCancellable, isVoidable, refundable } from './allowed.ts';

const usd = (amountMinor: string) => ({ amountMinor, currency: 'USD' });
const zero = usd('0');
type Parts = Pick<Payment, 'status' | 'authorized' | 'captured' | 'refunded' | 'refunding' | 'reversed' | 'disputed'>;
const nothing: Parts = {
  status: 'created',
  authorized: zero,
  captured: zero,
  refunded: zero,
  refunding: zero,
  reversed: zero,
  disputed: zero,
};
const payment = (parts: Partial<Parts>) => ({ ...nothing, ...parts });

describe('what can be done with a payment', () => {
  it('captures what is held and not taken yet, while it is held', () => {
    expect(capturable(payment({ status: 'authorized', authorized: usd('5000') }))).toBe(5_000n);
    const half = payment({ status: 'partially_captured', authorized: usd('5000'), captured: usd('2000') });
    expect(capturable(half)).toBe(3_000n);
    expect(capturable({ ...half, status: 'closed_partial' })).toBe(0n);
    expect(capturable({ ...half, authorized: usd('1000') })).toBe(0n);
  });

  it('refunds what was taken, less all that went or may go another way', () => {
    const taken = payment({ status: 'captured', captured: usd('9007199254740993') });
    expect(refundable(taken)).toBe(9_007_199_254_740_993n);
    expect(refundable({ ...taken, refunded: usd('1'), refunding: usd('2'), reversed: usd('3') })).toBe(
      9_007_199_254_740_987n,
    );
    expect(refundable({ ...taken, refunded: usd('1'), disputed: taken.captured })).toBe(0n);
  });

  it.each([
    ['requires_action', '0', true],
    ['authorized', '0', true],
    ['authorized', '1', false],
    ['captured', '1', false],
    ['created', '0', false],
  ] as const)('of status %s with %s captured: it can be voided is %s', (status, captured, voidable) => {
    expect(isVoidable(payment({ status, captured: usd(captured) }))).toBe(voidable);
  });

  it.each([
    ['created', true],
    ['requires_action', true],
    ['failed', true],
    ['expired', true],
    ['processing', false],
    ['unknown', false],
    ['authorized', false],
    ['captured', false],
    ['cancelled', false],
  ] as const)('of status %s: it can be cancelled is %s', (status, cancellable) => {
    expect(isCancellable(payment({ status }))).toBe(cancellable);
  });
});
