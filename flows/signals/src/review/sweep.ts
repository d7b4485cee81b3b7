import { reason } from '../decide/reasons.ts';
import { signalEvent } from '../events.ts';
import { type SignalState, withHistory } from '../model/signal.ts';
import type { SignalTools } from '../tools.ts';
import { finishUpdate } from '../updates/update-record.ts';

export const sweepJob = 'sweep';
export const sweepEveryMs = 30_000;

/** A model that was asked has answered or failed by then. */
const longestWaitMs = 15 * 60_000;
const stuckMs = 60_000;
const atOnce = 200;
const expirable: ReadonlySet<SignalState['status']> = new Set(['parsed', 'review', 'published']);

/** What time does to signals and updates. */
export async function sweep(tools: SignalTools, signal: AbortSignal): Promise<void> {
  await expire(tools, signal);
  await endWaiting(tools, signal);
  await finishStuck(tools, signal);
}

async function expire({ signals, services }: SignalTools, signal: AbortSignal): Promise<void> {
  const now = services.clock.now();
  for (;;) {
    const { items } = await signals.list({ where: { expiresAt: { lte: now } }, limit: atOnce });
    for (const { id } of items) {
      signal.throwIfAborted();
      await signals.update(id, (before) => {
        if (before.expiresAt === null || before.expiresAt > now) return undefined;
        if (!expirable.has(before.status)) return { state: { ...before, expiresAt: null } };
        const history = withHistory(before, { at: now, by: 'hub', what: 'expired', details: `was ${before.status}` });
        const state: SignalState = { ...before, status: 'expired', expiresAt: null, history };
        return { state, events: [signalEvent(services.event, 'signal.expired', { id, state, by: 'hub' })] };
      });
    }
    if (items.length < atOnce) return;
  }
}

/** Signals for which no model has answered, however that came about. */
async function endWaiting({ signals, services }: SignalTools, signal: AbortSignal): Promise<void> {
  const now = services.clock.now();
  const { items } = await signals.list({ where: { status: 'parsed', at: { lt: now - longestWaitMs } }, limit: atOnce });
  for (const { id } of items) {
    signal.throwIfAborted();
    await signals.update(id, (before) => {
      if (before.status !== 'parsed') return undefined;
      const history = withHistory(before, { at: now, by: 'hub', what: 'review', details: 'ai_unavailable' });
      const reasons = [reason('ai_unavailable'), ...before.reasons];
      const state: SignalState = { ...before, status: 'review', reasons, history };
      return { state, events: [signalEvent(services.event, 'signal.review_requested', { id, state, by: 'hub' })] };
    });
  }
}

/** Updates that a crash left between their record and their signal: the signal knows whether it has them. */
async function finishStuck(tools: SignalTools, signal: AbortSignal): Promise<void> {
  const now = tools.services.clock.now();
  const { items } = await tools.updates.list({
    where: { status: 'applying', at: { lt: now - stuckMs } },
    limit: atOnce,
  });
  for (const { id, state } of items) {
    signal.throwIfAborted();
    const target = state.target === null ? undefined : await tools.signals.get(state.target);
    const isApplied = target?.state.updates.includes(id) === true;
    await finishUpdate(tools, id, { by: 'hub', reasons: isApplied ? [] : [reason('no_open_signal')] });
  }
}
