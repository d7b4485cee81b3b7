import { randomBytes } from 'node:crypto';
import { HubError, isStorageError, type Actor } from '@fairlead/core/flow-api';
import { newId } from '@fairlead/sdk';
import { callMayTakeMs } from '../change/next-look.ts';
import { hashOf } from '../collections.ts';
import type { PaymentIntent, PaymentState } from '../model/payment.ts';
import type { Gateways } from '../routing/gateways.ts';
import { wantedOf } from '../routing/wanted.ts';
import type { PaymentTools } from '../tools.ts';
import { openCheckout } from './open-checkout.ts';
import { withAttempt } from './start-attempt.ts';

export interface CreatePayment {
  readonly intent: PaymentIntent;
  /** `page`: nobody is asked yet; the customer chooses on the hub's checkout page. */
  readonly checkout: 'direct' | 'page';
  readonly idempotencyKey: string | undefined;
  /** `hub`: it does so by itself. */
  readonly actor: { readonly kind: Actor['kind'] | 'hub'; readonly id: string };
}

export interface CreatedPayment {
  readonly id: string;
  readonly state: PaymentState;
  /** The same request was made before. */
  readonly repeated: boolean;
}

/**
 * Creates a payment, and opens its first checkout. Committed before anybody is asked; the same key gives the same
 * payment again.
 * @throws HubError `conflict` when no gateway takes it, `idempotency_key_reused`, `idempotency_in_flight`
 */
export async function createPayment(
  tools: PaymentTools,
  gateways: Gateways,
  { intent, checkout, idempotencyKey, actor }: CreatePayment,
): Promise<CreatedPayment> {
  const by = `${actor.kind}:${actor.id}`;
  const requestKey = idempotencyKey === undefined ? null : hashOf(by, idempotencyKey);
  const requestHash = hashOf(JSON.stringify([intentOfRequest(intent), checkout]));
  const repeated = async (otherwise: unknown): Promise<CreatedPayment> => {
    const before = requestKey === null ? undefined : await findRepeated(tools, requestKey, requestHash);
    if (before === undefined) throw otherwise;
    return before;
  };
  const chosen = checkout === 'page' ? [] : await gateways.choose(wantedOf(intent));
  // Whoever asks again gets the same answer, though no gateway would take it any more.
  if (checkout === 'direct' && chosen.length === 0) return repeated(noGateway(intent));
  const [first, ...others] = chosen;
  const now = tools.services.clock.now();
  const paymentId = newId(now);
  const bare = {
    intent,
    attempts: [],
    calls: [],
    evidence: [],
    checkoutToken: randomBytes(24).toString('base64url'),
    requestKey,
    requestHash: requestKey === null ? null : requestHash,
    createdAt: new Date(now).toISOString(),
    createdBy: by,
  };
  try {
    const begun = first === undefined ? bare : withAttempt(bare, { paymentId, gateway: first, now, by });
    const state = await tools.create(paymentId, begun);
    return { id: paymentId, state: await openCheckout(tools, { paymentId, state, others, by }), repeated: false };
  } catch (error) {
    // That it was asked before is found out by asking: repetitions are rare, and a look before each would cost as much.
    if (!isStorageError(error, 'duplicate_key') || error.field !== 'requestKey') throw error;
    return repeated(error);
  }
}

/** When it expires is worked out from the time of the request, so that a repeat has another. */
function intentOfRequest(intent: PaymentIntent): unknown {
  return { ...intent, expiresAt: null };
}

function noGateway(intent: PaymentIntent): HubError {
  return new HubError('conflict', {
    detail:
      `No gateway takes ${intent.amount.currency} for this now. GET /api/payments/options tells which would;` +
      ' connections, their health and the routing rules decide.',
  });
}

async function findRepeated(
  { payments, services }: PaymentTools,
  requestKey: string,
  requestHash: string,
): Promise<CreatedPayment | undefined> {
  const found = await payments.findOne({ requestKey });
  if (found === undefined) return undefined;
  const { id, state } = found;
  if (state.requestHash !== requestHash) throw new HubError('idempotency_key_reused');
  const call = state.calls.at(-1);
  // Under way at this moment; one that was interrupted is the janitor's.
  if (call?.kind === 'createCheckout' && call.state === 'intended') {
    const since = services.clock.now() - Date.parse(call.triedAt);
    if (since < callMayTakeMs) throw new HubError('idempotency_in_flight', { retryAfterMs: 1_000 });
  }
  return { id, state, repeated: true };
}
