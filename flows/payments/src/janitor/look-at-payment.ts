import { isFairleadError, paymentGateway } from '@fairlead/sdk';
import { mayExpire, nextLook } from '../change/next-look.ts';
import { withEvidence } from '../evidence/add-evidence.ts';
import type { Attempt, HubEvidence, PaymentState, ProviderCall } from '../model/payment.ts';
import { receiveEvents } from '../receive/receive-events.ts';
import { standingOf } from '../standing/payment-standing.ts';
import type { PaymentTools } from '../tools.ts';
import { openCalls, repeatCall } from './repeat-call.ts';
import { settledByFacts } from './settle-by-facts.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** How long a payment may say the same before a person is asked. */
const stuckAfterMs = { unknown: day, processing: 30 * day } as const;

/** What one attempt's provider answered. */
interface Looked {
  readonly attempt: Attempt;
  /** Undefined when it could not be asked. */
  readonly final: boolean | undefined;
}

/**
 * Asks the providers how a payment stands and brings it up to date: calls that were interrupted are repeated with their
 * keys or settled by facts, a payment whose time is over expires, one that is stuck goes to a person. Repeating it is
 * harmless. Nothing that may have happened is ever called failed here.
 * @param counts false for a look that somebody's visit asked for: one that learns nothing then leaves the janitor's
 *   schedule as it is, or whoever opens a page a few times would put the janitor off until tomorrow
 * @returns the payment afterwards; undefined when there is none
 */
export async function lookAtPayment(
  tools: PaymentTools,
  paymentId: string,
  { counts = true }: { readonly counts?: boolean } = {},
): Promise<PaymentState | undefined> {
  const before = (await tools.payments.get(paymentId))?.state;
  if (before === undefined) return undefined;
  const { clock } = tools.services;
  for (const call of openCalls(before, clock.now())) await repeatCall(tools, paymentId, call);
  const looked: Looked[] = [];
  for (const attempt of askable((await tools.payments.get(paymentId))?.state ?? before)) {
    looked.push({ attempt, final: await ask(tools, paymentId, attempt) });
  }
  return tools.change(paymentId, (state) =>
    concluded(state, { before, looked, counts, now: clock.now(), pausesMs: tools.settings.pausesMs }),
  );
}

/** Attempts of which the provider may know more. */
function askable(state: PaymentState): readonly Attempt[] {
  const open = standingOf(state).attempts.filter(
    ({ status, refunding, disputed }) => !ended.has(status) || refunding > 0n || disputed > 0n,
  );
  const waiting = new Set([
    ...open.map(({ number }) => number),
    ...state.calls.filter(isUnsure).map(({ attempt }) => attempt),
  ]);
  return state.attempts.filter(({ number, providerRef }) => providerRef !== null && waiting.has(number));
}

const ended: ReadonlySet<string> = new Set([
  'captured',
  'closed_partial',
  'partially_refunded',
  'refunded',
  'reversed',
  'not_attempted',
]);

async function ask(tools: PaymentTools, paymentId: string, attempt: Attempt): Promise<boolean | undefined> {
  const { guard, log, signal } = tools.services;
  const { connectionId, number, providerRef } = attempt;
  try {
    const input = { providerRef: providerRef ?? '', reference: `${paymentId}-${number}` };
    const { final, events } = await guard.invoke(connectionId, paymentGateway.getStatus, input, { signal });
    // The provider was asked about this attempt: whatever it answers belongs to it.
    const own = events.map((event) => ({ ...event, reference: input.reference }));
    await receiveEvents(tools, { connectionId, via: 'status', events: own });
    return final;
  } catch (error) {
    if (!isFairleadError(error) || error.class === 'cancelled') throw error;
    log.info('A gateway could not be asked about a payment.', { paymentId, connectionId, code: error.code });
    return undefined;
  }
}

interface Conclusion {
  readonly pausesMs: readonly number[];
  readonly before: PaymentState;
  readonly looked: readonly Looked[];
  readonly counts: boolean;
  readonly now: number;
}

/** The state after a look: settled calls, expiry, a person asked; at the least, when to look again. */
function concluded(
  state: PaymentState,
  { before, looked, counts, now, pausesMs }: Conclusion,
): PaymentState | undefined {
  const settled = withSettledCalls(state, looked, now);
  const standing = standingOf(settled);
  const at = new Date(now).toISOString();
  const evidence: HubEvidence[] = [];
  const hub = { from: 'hub', by: 'janitor', recordedAt: at } as const;
  if (mayExpire(standing) && mayEndNow(settled, looked, now))
    evidence.push({ ...hub, kind: 'expired', key: 'hub:expired' });
  const what = stuckOn(settled, standing.status, now);
  if (what !== undefined) evidence.push({ ...hub, kind: 'stuck', what, key: `hub:stuck:${what}` });
  const after = withEvidence(settled, evidence);
  const news =
    after.evidence.length > before.evidence.length ||
    after.calls.some((call, index) => isNews(call, before.calls[index]));
  if (news) return { ...after, watch: nextLook(after, standingOf(after), { looks: 0, since: now, now, pausesMs }) };
  if (!counts) return undefined;
  const { looks, since } = before.watch;
  return { ...after, watch: nextLook(after, standing, { looks: looks + 1, since, now, pausesMs }) };
}

function isNews(call: ProviderCall, before: ProviderCall | undefined): boolean {
  return call.state !== before?.state;
}

function isUnsure({ state }: ProviderCall): boolean {
  return state === 'unknown';
}

function withSettledCalls(state: PaymentState, looked: readonly Looked[], now: number): PaymentState {
  const calls = state.calls.map((call): ProviderCall => {
    const final = looked.find(({ attempt }) => attempt.number === call.attempt)?.final;
    if (!isUnsure(call) || final === undefined) return call;
    const outcome = settledByFacts(state, call, { final, now });
    return outcome === undefined ? call : { ...call, state: outcome, settledAt: new Date(now).toISOString() };
  });
  return calls.some((call, index) => call !== state.calls[index]) ? { ...state, calls } : state;
}

/** Once its time is over, and its providers were asked just now; one that cannot be asked gets another hour. */
function mayEndNow({ intent, calls }: PaymentState, looked: readonly Looked[], now: number): boolean {
  const over = now - Date.parse(intent.expiresAt);
  if (over < 0 || calls.some(({ state }) => state === 'intended' || state === 'unknown')) return false;
  return over >= hour || looked.every(({ final }) => final !== undefined);
}

/** What nobody but a person can find out; undefined while there is hope. */
function stuckOn({ calls, watch, createdAt }: PaymentState, status: string, now: number): string | undefined {
  const unsure = calls.find(isUnsure);
  if (unsure !== undefined && now - Date.parse(unsure.startedAt) >= stuckAfterMs.unknown)
    return `${unsure.kind}:${unsure.id}`;
  const since = Math.max(watch.since, Date.parse(createdAt));
  return status === 'processing' && now - since >= stuckAfterMs.processing ? 'processing' : undefined;
}
