import type { PaymentStatus } from '../model/payment.ts';
import type { Stage, StageParts } from './stage.ts';

type Side = 'returnUrl' | 'cancelUrl' | undefined;

/** To which of the product's addresses a payer may go, once there is something to tell. */
const sideOf: { readonly [Each in Stage]: Side } = {
  choose: undefined,
  opening: undefined,
  unknown: 'returnUrl',
  confirming: 'returnUrl',
  processing: 'returnUrl',
  checking: 'returnUrl',
  underpaid: undefined,
  paid: 'returnUrl',
  reserved: 'returnUrl',
  returned: 'returnUrl',
  expired: 'cancelUrl',
  cancelled: 'cancelUrl',
  closed: 'cancelUrl',
};

/**
 * Where the product wants its customer back, with `payment` and `status` added; undefined before there is a result, or
 * where it gave no address. Only what is stored in the payment: nothing of a request has a part in it.
 */
export function productAddress(paymentId: string, parts: StageParts): string | undefined {
  const { stage, standing, state } = parts;
  const side = sideOf[stage];
  if (side === undefined) return undefined;
  const { returnUrl, cancelUrl } = state.intent;
  const address = side === 'returnUrl' ? returnUrl : (cancelUrl ?? returnUrl);
  return withResult(address, paymentId, statusOf(stage, standing.status));
}

/** Where a payer who does not pay goes back to; without a result, since there is none. */
export function leaveAddress({ state: { intent } }: StageParts): string | undefined {
  return parsed(intent.cancelUrl)?.href;
}

/** A try that was cancelled at the provider: told to the product that wants to know, though the link stays good. */
export function cancelledAddress(paymentId: string, { state, standing }: StageParts): string | undefined {
  if (standing.status !== 'cancelled') return undefined;
  return withResult(state.intent.cancelUrl, paymentId, 'cancelled');
}

/** The API's words; what the hub is not sure of itself is “processing” for whoever comes by with a browser. */
function statusOf(stage: Stage, status: PaymentStatus): PaymentStatus {
  if (stage === 'unknown' || stage === 'confirming' || stage === 'checking') return 'processing';
  if (stage === 'expired' || stage === 'cancelled') return stage;
  return status;
}

function withResult(address: string | null, paymentId: string, status: PaymentStatus): string | undefined {
  const url = parsed(address);
  url?.searchParams.set('payment', paymentId);
  url?.searchParams.set('status', status);
  return url?.href;
}

/** Nothing but http and https: a link must never run anything. */
export function parsed(address: string | null | undefined): URL | undefined {
  const url = address === null || address === undefined ? null : URL.parse(address);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url : undefined;
}
