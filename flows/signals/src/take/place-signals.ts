import { isStorageError } from '@fairlead/core/flow-api';
import { reasonTexts, type ReasonCode } from '../decide/reasons.ts';
import { editUpdateId, signalId } from '../model/ids.ts';
import { markOf, type ReadingState } from '../model/reading.ts';
import type { SignalState } from '../model/signal.ts';
import type { ChannelParser } from '../parsers/parsers.ts';
import type { SignalTools } from '../tools.ts';
import { gatherFacts } from './gather-facts.ts';
import { reviseSignal } from './revise-signal.ts';
import { settleSignal } from './settle-signal.ts';
import { evidenceAt, signalIn } from './signal-in.ts';
import { beginUpdate, finishUpdate } from '../updates/update-record.ts';

export interface Placed {
  readonly id: string;
  /** It was not there before. */
  readonly isNew: boolean;
}

/**
 * Makes the signals of a message what its reading says. Each follows the reading by its mark and never goes back, so it
 * does no harm to do this again, later, at the same moment as somebody else, or with a reading that has been overtaken.
 */
export async function placeSignals(
  tools: SignalTools,
  reading: ReadingState,
  channel: ChannelParser,
): Promise<readonly Placed[]> {
  const places = Math.max(reading.slots, reading.ai?.signals.length ?? 0);
  const placed: Placed[] = [];
  for (let index = 0; index < places; index += 1) placed.push(await placeSignal(tools, reading, index, channel));
  return placed;
}

async function placeSignal(
  tools: SignalTools,
  reading: ReadingState,
  index: number,
  channel: ChannelParser,
): Promise<Placed> {
  const { signals, services } = tools;
  const { connectionId, messageId } = reading;
  const id = signalId(connectionId, messageId, index);
  const found = signalIn(reading, index);
  const { policy } = channel;
  const mark = markOf(reading);
  for (;;) {
    const stored = await signals.get(id);
    if (stored !== undefined && stored.state.mark >= mark) {
      // Broken off after the signal was written, and before the record of its update was.
      const edit = editUpdateId(id, reading.latest.id);
      if (stored.state.updates.includes(edit)) await finishUpdate(tools, edit, { by: 'channel', reasons: [] });
      return { id, isNew: false };
    }
    const signal = found?.signal ?? stored?.state.signal;
    // It was taken out of the message before the hub had made anything of it.
    if (signal === undefined) return { id, isNew: false };
    const at = stored?.state.at ?? services.clock.now();
    const facts = await gatherFacts(tools, { connectionId, signal, policy, self: { id, at } });
    const { event } = services;
    try {
      if (stored === undefined) {
        if (found === undefined) return { id, isNew: false };
        const concerns: readonly ReasonCode[] =
          reading.latest.change === 'edited' && policy.edits === 'review' ? ['message_edited'] : [];
        const flooded = reading.latest.flooded;
        const before = unborn(reading, index, found.signal, at);
        const change = settleSignal(before, {
          id,
          found,
          policy,
          facts,
          flooded,
          concerns,
          event,
          first: 'signal.parsed',
        });
        await signals.commit({ id, ...change }, 0);
        return { id, isNew: true };
      }
      const { update, alarm, ...change } = reviseSignal(stored.state, { id, reading, found, policy, facts, event });
      if (update !== undefined) await beginUpdate(tools, update);
      // Before it is written: once it is, nobody comes by here again.
      if (alarm !== undefined) await raiseAlarm(tools, id, stored.state, alarm);
      await signals.commit({ ...stored, ...change }, stored.version);
      if (update?.state.status === 'applied') await finishUpdate(tools, update.id, { by: 'channel', reasons: [] });
      return { id, isNew: false };
    } catch (error) {
      // Somebody was faster: what they made of it is looked at anew.
      if (!isStorageError(error, 'version_conflict')) throw error;
    }
  }
}

function unborn(reading: ReadingState, index: number, signal: SignalState['signal'], at: number): SignalState {
  const { connectionId, messageId, latest } = reading;
  return {
    connectionId,
    messageId,
    index,
    chatId: latest.chatId,
    status: 'parsed',
    signal,
    said: signal,
    confidence: 0,
    readBy: 'rules',
    evidence: evidenceAt(reading, index),
    reasons: [],
    mark: markOf(reading),
    revisions: [latest.id],
    sentAt: latest.sentAt ?? latest.receivedAt,
    at,
    duplicateOf: null,
    publications: 0,
    publishedAt: null,
    autoPublishedAt: null,
    settledBy: 'rules',
    standing: null,
    updates: [],
    expiresAt: null,
    history: [{ at, by: 'channel', what: 'received' }],
  };
}

async function raiseAlarm(
  { services }: SignalTools,
  id: string,
  { signal }: SignalState,
  cause: ReasonCode,
): Promise<void> {
  await services.incidents.raise({
    subject: { kind: 'signal', id },
    code: `signal_${cause}`,
    severity: 'warning',
    title: `The message of a signal for ${signal.symbol} that is being traded has changed`,
    detail: reasonTexts[cause],
  });
}
