import { type Books, sum } from './books.ts';
import { type Amount, ApiFailure, type Checkout, type Refund } from './model.ts';

export interface RefundRequest extends Amount {
  readonly checkout: string;
  /** A capture, or an invoice of its subscription. Default the first capture. */
  readonly capture?: string;
  readonly reference: string;
  readonly reason?: string;
}

export function createRefunds({ database, clock, newId, tellOf, save, find }: Books) {
  const findRefund = (id: string): Refund => {
    const refund = database.get<Refund>('refund', id);
    if (refund === undefined) throw new ApiFailure(404, 'refund_unknown', 'There is no such refund.');
    return refund;
  };

  return {
    findRefund,

    /** @throws ApiFailure 402 when more is asked back than was captured */
    refund({ capture: asked, ...request }: RefundRequest, status: Refund['status']): Refund {
      const checkout = find(request.checkout);
      const from = movementOf(checkout, asked);
      const left = leftOf(checkout, asked);
      const currency = from?.currency ?? checkout.currency;
      if (from === undefined || request.currency !== currency || BigInt(request.amount) > left) {
        throw new ApiFailure(402, 'amount_too_large', `At most ${left} ${currency} can be refunded.`, 'other');
      }
      const now = clock.stamp();
      const refund: Refund = {
        ...request,
        id: newId('re'),
        capture: from.id,
        status,
        created_at: now,
        updated_at: now,
      };
      database.put('refund', refund.id, refund);
      save({ ...checkout, refunds: [...checkout.refunds, refund] }, 'refund.updated', refund);
      return refund;
    },

    /** A refund that was pending ends, or one that had succeeded fails after all. */
    settleRefund(id: string, status: Refund['status']): Refund {
      const refund: Refund = { ...findRefund(id), status, updated_at: clock.stamp() };
      const checkout = find(refund.checkout);
      database.put('refund', id, refund);
      save({ ...checkout, refunds: checkout.refunds.map((each) => (each.id === id ? refund : each)) });
      tellOf(checkout, 'refund.updated', refund);
      return refund;
    },
  };
}

const refundable = ({ captures, subscription }: Checkout) => [
  ...captures,
  ...(subscription?.invoices.filter(({ status, first }) => status === 'paid' && !first) ?? []),
];

/** Without a capture named, what is left of all captures together. */
function leftOf(checkout: Checkout, asked: string | undefined): bigint {
  const movements = asked === undefined ? checkout.captures : refundable(checkout).filter(({ id }) => id === asked);
  const ids = new Set(movements.map(({ id }) => id));
  const back = checkout.refunds.filter(
    ({ capture, status }) => ids.has(capture) && (status === 'pending' || status === 'succeeded'),
  );
  return sum(movements) - sum(back);
}

function movementOf(checkout: Checkout, asked: string | undefined) {
  return asked === undefined ? checkout.captures[0] : refundable(checkout).find(({ id }) => id === asked);
}
