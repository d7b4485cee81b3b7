import type { PaymentState, ProviderCall, Watch } from '../model/payment.ts';
import type { AttemptStanding } from '../standing/attempt-standing.ts';
import type { Standing } from '../standing/payment-standing.ts';

const minute = 60_000;
const day = 86_400_000;
/** The pause before the first look after news, the second, and so on; the last holds for all that follow. */
export const usualPausesMs: readonly number[] = [minute, 5 * minute, 60 * minute, day];
/** As long as a call with all its tries may take: until then it is under way and nobody else's business. */
export const callMayTakeMs = 2 * minute;
/** A payment that ended without money is looked at for another month: a provider may let somebody pay late. */
const looksAfterTheEnd = 33;
const ended: ReadonlySet<string> = new Set(['failed', 'cancelled', 'expired']);

type Seen = Pick<PaymentState, 'intent' | 'calls' | 'attempts'>;

export interface LookParts {
  /** Since something new was learnt. */
  readonly looks: number;
  /** Milliseconds since 1970 UTC, as `now` is. */
  readonly since: number;
  readonly now: number;
  readonly pausesMs?: readonly number[];
}

/**
 * When the janitor looks next: soon after news, then less and less often, and at the moment a payment expires. Null for
 * a payment about which nothing is open.
 */
export function nextLook(
  state: Seen,
  standing: Standing,
  { looks, since, now, pausesMs = usualPausesMs }: LookParts,
): Watch {
  const pause = pausesMs[Math.min(looks, pausesMs.length - 1)] ?? day;
  const times: number[] = [];
  const interrupted = state.calls.filter(isOpen).map(({ triedAt }) => Date.parse(triedAt) + callMayTakeMs);
  if (interrupted.length > 0) times.push(Math.max(Math.min(...interrupted), now + (looks === 0 ? 0 : pause)));
  if (isWatched(standing) && !(ended.has(standing.status) && looks >= looksAfterTheEnd)) times.push(now + pause);
  const expiresAt = Date.parse(state.intent.expiresAt);
  // A moment that passed without an end is waited out like anything else.
  if (mayExpire(standing)) times.push(expiresAt > now ? expiresAt : now + pause);
  return { nextAt: times.length === 0 ? null : Math.min(...times), looks, since };
}

export function isOpen({ state }: ProviderCall): boolean {
  return state === 'intended' || state === 'unknown';
}

/** The provider may know more than the hub. */
function isWatched({ status, attempts }: Standing): boolean {
  if (attempts.some((each) => each.refunding > 0n || unsettled.has(each.status) || mayStillBePaid(each))) return true;
  return unsettled.has(status);
}

/** A try failed there, or what was agreed to was declined; the checkout may be open still, and the customer try again. */
function mayStillBePaid({ status, facts }: AttemptStanding): boolean {
  return status === 'failed' && facts.progress !== undefined;
}

export function mayExpire({ status, attempts }: Standing): boolean {
  if (status === 'failed') return attempts.some(mayStillBePaid);
  return status === 'created' || status === 'requires_action' || status === 'underpaid';
}

const unsettled: ReadonlySet<string> = new Set([
  'requires_action',
  'processing',
  'unknown',
  'authorized',
  'partially_captured',
  'underpaid',
]);
