import { applyActions } from '../decide/apply-actions.ts';
import { faultOf } from '../decide/decide.ts';
import { reason } from '../decide/reasons.ts';
import { signalEvent, updatedEvent } from '../events.ts';
import type { ParsedSignal, UpdateAction } from '../model/parse-result.ts';
import { isOpen, isTraded, type Reason, type SignalState, withHistory } from '../model/signal.ts';
import type { UpdateState } from '../model/update.ts';
import { checkSignal } from '../parse/index.ts';
import type { SignalTools } from '../tools.ts';

export interface ApplyRequest {
  readonly id: string;
  readonly update: UpdateState;
  readonly target: string;
  readonly by: string;
  /** A person has read the reasons and wants it all the same. */
  readonly force: boolean;
}

/**
 * Applies an update to its signal, once, whole or not at all.
 * @returns why a person has to look first; empty when it is applied, now or before
 */
export async function applyUpdate(tools: SignalTools, request: ApplyRequest): Promise<readonly Reason[]> {
  const { signals, services } = tools;
  const { id, update, target, by, force } = request;
  let refused: readonly Reason[] = [];
  const stored = await signals.update(target, (before) => {
    refused = [];
    if (before.updates.includes(id)) return undefined;
    const applied = isOpen(before.status) ? onOpen(before, update, force) : onUnpublished(before, update);
    if (applied.refused.length > 0) {
      refused = applied.refused;
      return undefined;
    }
    if (applied.state === undefined) return undefined;
    const now = services.clock.now();
    const what = update.actions.map(({ type }) => type).join(', ') || 'message_changed';
    const state: SignalState = {
      ...applied.state,
      updates: [...before.updates, id].slice(-500),
      history: withHistory(before, {
        at: now,
        by,
        what,
        ...(applied.note === undefined ? {} : { details: applied.note }),
      }),
    };
    const told = { id: target, state, by };
    const events = [];
    if (isOpen(before.status)) events.push(updatedEvent(services.event, told, id, update));
    if (state.status === 'closed') events.push(signalEvent(services.event, 'signal.closed', told));
    if (state.status === 'rejected') events.push(signalEvent(services.event, 'signal.rejected', told));
    if (!isOpen(before.status) && state.status !== 'rejected')
      events.push(signalEvent(services.event, 'signal.edited', told));
    return { state, events };
  });
  return stored === undefined ? [reason('no_open_signal')] : refused;
}

interface OnSignal {
  readonly state?: SignalState;
  readonly refused: readonly Reason[];
  readonly note?: string;
}

function onOpen(before: SignalState, { actions }: UpdateState, force: boolean): OnSignal {
  if (before.standing === null) return { refused: [reason('no_open_signal')] };
  const { standing, over, refused } = applyActions(before.signal, before.standing, actions, force);
  // Whoever trades it says when it is closed; what nobody trades is over at once.
  const isOver = over !== null && !isTraded(before.status);
  const state: SignalState = {
    ...before,
    standing,
    ...(isOver ? { status: 'closed', expiresAt: null, settledBy: 'channel' } : {}),
  };
  return { state, refused, ...(over === null ? {} : { note: over }) };
}

/** What a channel says about a signal that waits for a person: it changes what they see, and publishes nothing. */
function onUnpublished(before: SignalState, { actions }: UpdateState): OnSignal {
  if (before.status !== 'review' && before.status !== 'parsed') return { refused: [reason('target_not_signal')] };
  if (actions.some(({ type }) => type === 'cancel' || type === 'close' || type === 'sl_hit')) {
    const reasons = [reason('cancelled_by_channel')];
    return { state: { ...before, status: 'rejected', reasons, settledBy: 'channel', expiresAt: null }, refused: [] };
  }
  const signal = withLevels(before.signal, actions);
  const reached = actions.some(({ type }) => type === 'tp_hit');
  const fault = faultOf(signal);
  const reasons = [
    ...(reached ? [reason('target_reached_before')] : []),
    ...(fault === undefined ? [] : [reason(fault)]),
    ...before.reasons.filter(
      ({ code }) => code !== 'no_stop_loss' && code !== fault && code !== 'target_reached_before',
    ),
  ];
  return { state: { ...before, status: 'review', signal, reasons }, refused: [] };
}

/** New levels of a signal that is not published are checked like those of a new one. */
function withLevels(signal: ParsedSignal, actions: readonly UpdateAction[]): ParsedSignal {
  let { stopLoss, takeProfits } = signal;
  for (const action of actions) {
    if (action.type === 'move_sl' && action.price !== undefined) stopLoss = action.price;
    if (action.type === 'set_levels') {
      stopLoss = action.stopLoss ?? stopLoss;
      takeProfits = action.takeProfits ?? takeProfits;
    }
  }
  const { reject: _former, ...rest } = signal;
  const next = { ...rest, stopLoss, takeProfits };
  const reject = checkSignal(next);
  return reject === undefined ? { ...next, valid: true } : { ...next, valid: false, reject };
}
