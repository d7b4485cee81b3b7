import { reason, type ReasonCode } from '../decide/reasons.ts';
import { updateEvent } from '../events.ts';
import { readingId, updateId } from '../model/ids.ts';
import type { UpdateAction } from '../model/parse-result.ts';
import type { ReadingState } from '../model/reading.ts';
import type { UpdateState } from '../model/update.ts';
import type { ChannelParser } from '../parsers/parsers.ts';
import type { SignalTools } from '../tools.ts';
import { applyUpdate } from './apply-update.ts';
import { resolveTarget } from './resolve-target.ts';
import { beginUpdate, finishUpdate } from './update-record.ts';

/** What a message asks of a signal, by whoever read it; undefined when it is no update. */
function updateIn({
  parse,
  ai,
}: ReadingState): { actions: readonly UpdateAction[]; symbol: string | null; byModel: boolean } | undefined {
  if (parse === null) return undefined;
  if (parse.kind === 'update') return { actions: parse.actions, symbol: parse.symbol, byModel: false };
  if (ai?.state === 'alone' && ai.actions.length > 0 && ai.signals.length === 0) {
    return { actions: ai.actions, symbol: ai.symbol, byModel: true };
  }
  return undefined;
}

/**
 * Finds what an update is about and applies it, once. What is not certain is kept for a person: a model's reading, an
 * unclear target, a stop that would go where it must not, an edit of an update that was applied.
 */
export async function placeUpdate(tools: SignalTools, reading: ReadingState, channel: ChannelParser): Promise<void> {
  const { connectionId, messageId, latest, parse } = reading;
  const id = updateId(connectionId, messageId, latest.id);
  const found = updateIn(reading);
  const sameAsBefore = await setFormerAside(tools, reading, found?.actions, id);
  if (found === undefined || parse === null || sameAsBefore === 'same') return;
  const known = await tools.updates.get(id);
  if (known !== undefined && known.state.status !== 'applying') return;
  const doubts: readonly ReasonCode[] = [
    ...(found.byModel ? (['read_by_ai'] as const) : []),
    ...(parse.unsettled && !found.byModel ? (['unsettled'] as const) : []),
    ...(reading.talksToModel ? (['talks_to_model'] as const) : []),
    ...(latest.flooded ? (['flooded'] as const) : []),
    ...(channel.policy.updates === 'review' ? (['updates_reviewed'] as const) : []),
    ...(sameAsBefore === 'applied' ? (['update_edited'] as const) : []),
    ...(latest.change === 'edited' && reading.first !== 'created' ? (['beginning_missed'] as const) : []),
  ];
  const target = await resolveTarget(tools, {
    connectionId,
    replyTo: latest.replyTo,
    symbol: found.symbol,
    chatId: latest.chatId,
  });
  const isFound = 'signal' in target;
  const reasons = [...doubts.map((code) => reason(code)), ...(isFound ? [] : target.reasons)];
  const draft: UpdateState = {
    connectionId,
    messageId,
    chatId: latest.chatId,
    revisionId: latest.id,
    replyTo: latest.replyTo,
    symbol: found.symbol,
    actions: found.actions,
    confidence: found.byModel ? 0.3 : parse.confidence,
    evidence: parse.evidence,
    status: reasons.length === 0 ? 'applying' : 'unresolved',
    target: isFound ? target.signal : null,
    foundBy: isFound ? target.foundBy : null,
    reasons,
    wanted: null,
    awaits: isFound || doubts.length > 0 ? null : target.awaits,
    at: tools.services.clock.now(),
    settledBy: null,
  };
  const begun = known?.state ?? (await beginUpdate(tools, { id, state: draft }));
  // The message may have been edited on another node before this was there to be set aside.
  const now = await tools.readings.get(readingId(connectionId, messageId));
  if (now !== undefined && now.state.latest.order > latest.order) return dismiss(tools, id, ['unresolved', 'applying']);
  await carryOut(tools, id, begun);
  // Its target may have come between the look and the write.
  if (begun.awaits !== null && (await tools.readings.get(begun.awaits)) !== undefined)
    await resolveWaiting(tools, begun.awaits);
}

async function carryOut(tools: SignalTools, id: string, update: UpdateState): Promise<void> {
  if (update.status !== 'applying' || update.target === null) return;
  const reasons = await applyUpdate(tools, { id, update, target: update.target, by: 'channel', force: false });
  await finishUpdate(tools, id, { by: 'channel', reasons });
}

/** Replies that came before the message that they reply to. */
export async function resolveWaiting(tools: SignalTools, reading: string): Promise<void> {
  const { items } = await tools.updates.list({ where: { awaits: reading }, limit: 100 });
  for (const { id, state } of items) {
    if (state.status !== 'unresolved') continue;
    const target = await resolveTarget(tools, state);
    const stored = await tools.updates.update(id, (before) => {
      if (before.status !== 'unresolved' || before.awaits === null) return undefined;
      return 'signal' in target
        ? {
            state: {
              ...before,
              status: 'applying',
              target: target.signal,
              foundBy: target.foundBy,
              reasons: [],
              awaits: null,
            },
          }
        : { state: { ...before, reasons: target.reasons, awaits: target.awaits } };
    });
    if (stored !== undefined) await carryOut(tools, id, stored.state);
  }
}

/**
 * What an earlier revision of the message asked: taken back where it still waits, because the message says it otherwise
 * now. @returns whether it asked the same, or was applied already
 */
async function setFormerAside(
  tools: SignalTools,
  { connectionId, messageId, revisions }: ReadingState,
  actions: readonly UpdateAction[] | undefined,
  own: string,
): Promise<'same' | 'applied' | undefined> {
  if (revisions.length <= 1) return undefined;
  const { items } = await tools.updates.list({ where: { connectionId, messageId }, limit: 100 });
  let found: 'same' | 'applied' | undefined;
  for (const { id, state } of items) {
    if (id === own || state.foundBy === 'edit' || state.status === 'dismissed') continue;
    if (JSON.stringify(state.actions) === JSON.stringify(actions)) found = 'same';
    else if (state.status === 'applied' || state.status === 'applying') found ??= 'applied';
    else await dismiss(tools, id, ['unresolved']);
  }
  return found;
}

/** The message says it otherwise now. */
async function dismiss(
  { updates, services }: SignalTools,
  id: string,
  from: readonly UpdateState['status'][],
): Promise<void> {
  await updates.update(id, (before) => {
    if (!from.includes(before.status)) return undefined;
    const state: UpdateState = { ...before, status: 'dismissed', awaits: null, settledBy: 'channel' };
    return { state, events: [updateEvent(services.event, 'update.dismissed', id, state, 'channel')] };
  });
}
