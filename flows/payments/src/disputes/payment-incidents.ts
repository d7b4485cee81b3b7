import { type PaymentState } from '../model/payment.ts';
import { standingOf } from '../standing/payment-standing.ts';
import type { PaymentTools } from '../tools.ts';
import { showDisputes } from '../view/payment-view.ts';

const reviewCode = 'payment_in_review';
const disputeCode = 'dispute_needs_response';

/**
 * Tells a person of a payment that is in review, and that it is over. Goes by the payment as it is now, so that a repeated
 * or late event does no harm.
 */
export async function tellOfReview({ payments, services }: PaymentTools, id: string): Promise<void> {
  const state = (await payments.get(id))?.state;
  if (state === undefined) return;
  const subject = { kind: 'payment', id };
  const { status, reasons } = standingOf(state);
  if (status !== 'review') return services.incidents.resolve(subject, reviewCode);
  await services.incidents.raise({
    subject,
    code: reviewCode,
    severity: 'warning',
    title: 'A payment does not fit what was asked for, and waits for a decision.',
    detail: `${named(state)}${reasons.join(', ')}. POST /api/payments/${id}/resolve says what it is.`,
  });
}

/** The same of disputes that wait for an answer; those of one payment are told together. */
export async function tellOfDisputes({ payments, services }: PaymentTools, id: string): Promise<void> {
  const state = (await payments.get(id))?.state;
  if (state === undefined) return;
  const subject = { kind: 'payment', id };
  const waiting = showDisputes(standingOf(state)).filter(({ status }) => status === 'needs_response');
  if (waiting.length === 0) return services.incidents.resolve(subject, disputeCode);
  const texts = waiting.map(
    ({ disputeRef, amount, respondBy, reason }) =>
      `${disputeRef}: ${amount.amountMinor} ${amount.currency} in minor units` +
      `${reason === null ? '' : `, ${reason}`}, ${respondBy === null ? 'no date given' : `respond by ${respondBy}`}`,
  );
  await services.incidents.raise({
    subject,
    code: disputeCode,
    severity: 'error',
    title: 'A disputed payment waits for an answer at the provider.',
    detail: `${named(state)}${texts.join('; ')}.`.slice(0, 1_000),
  });
}

function named({ intent: { reference } }: PaymentState): string {
  return reference === null ? '' : `Reference ${reference}. `;
}
