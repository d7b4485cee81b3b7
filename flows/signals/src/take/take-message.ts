import { type FlowEvent, isStorageError } from '@fairlead/core/flow-api';
import { messageQuestion } from '@fairlead/flow-messages/contract';
import { readingId } from '../model/ids.ts';
import { markOf, type ReadingState } from '../model/reading.ts';
import type { ChannelParser } from '../parsers/parsers.ts';
import type { SignalTools } from '../tools.ts';
import { placeUpdate, resolveWaiting } from '../updates/place-update.ts';
import { mergeRevision, type RevisionRead } from './merge-revision.ts';
import { type Placed, placeSignals } from './place-signals.ts';
import { type ArrivedRevision, readEvent, textOfRevision } from './read-event.ts';

export const aiJob = 'read_with_ai';

/** Takes one revision of a message. Delivered again, or late, it does no harm. */
export async function takeMessage(tools: SignalTools, event: FlowEvent): Promise<void> {
  const arrived = readEvent(event);
  // Read one after the other, so that the turns that follow are taken in the order of the messages.
  const { taken } = await tools.intake.alone(arrived.connectionId, async () => {
    const read = await readRevision(tools, arrived);
    return { taken: takeInTurn(tools, arrived, read) };
  });
  await taken;
}

async function readRevision(tools: SignalTools, arrived: ArrivedRevision): Promise<RevisionRead> {
  const { connectionId, revision } = arrived;
  const text = arrived.text ?? (await wholeText(tools, revision.id));
  const channel = await tools.parsers.of(connectionId);
  return { text, channel, parse: revision.change === 'deleted' ? null : channel.parser.parse(text) };
}

/**
 * What asks for something to be done with a signal comes after all before it. New signals of several symbols have nothing
 * to do with each other, nor has talk: their commits share a flush to disk.
 */
function takeInTurn(tools: SignalTools, arrived: ArrivedRevision, read: RevisionRead): Promise<void> {
  const { connectionId, messageId, revision } = arrived;
  const { parse } = read;
  const [signal, ...others] = parse?.signals ?? [];
  const isFree = revision.change === 'created' && parse?.actions.length === 0 && others.length === 0;
  if (!isFree) return tools.turns.alone(connectionId, () => takeRevision(tools, arrived, read));
  const key = signal === undefined ? `message ${messageId}` : `symbol ${signal.symbol}`;
  return tools.turns.apart(connectionId, key, (earlier) => takeRevision({ ...tools, earlier }, arrived, read));
}

async function wholeText({ services }: SignalTools, id: string): Promise<string> {
  const revision = await services.ask(messageQuestion, { id });
  // It was stored before it was told of: that it is not there now means that it was removed since.
  return revision === null ? '' : textOfRevision(revision);
}

async function takeRevision(tools: SignalTools, arrived: ArrivedRevision, read: RevisionRead): Promise<void> {
  const { readings } = tools;
  const { connectionId, messageId } = arrived;
  const { channel } = read;
  const id = readingId(connectionId, messageId);
  for (;;) {
    const stored = await readings.get(id);
    const merged = mergeRevision(stored?.state, arrived, read);
    if (merged === undefined) return settle(tools, id, stored?.state, channel);
    const write = readings.commit({ ...stored, id, state: merged }, stored?.version ?? 0);
    try {
      // Of a new message with one signal both are written at once: that signal follows the reading whoever wins.
      if (stored === undefined && merged.slots === 1) {
        const [written, placed] = await Promise.allSettled([write, placeSignals(tools, merged, channel)]);
        if (written.status === 'rejected') throw written.reason;
        if (placed.status === 'rejected') throw placed.reason;
        return await settleRest(tools, id, { reading: merged, placed: placed.value, channel });
      }
      await write;
      return await settle(tools, id, merged, channel);
    } catch (error) {
      // Another revision came in between, on another node.
      if (!isStorageError(error, 'version_conflict')) throw error;
    }
  }
}

/** Makes everything what the reading says. */
export async function settle(
  tools: SignalTools,
  id: string,
  reading: ReadingState | undefined,
  channel: ChannelParser,
): Promise<void> {
  if (reading === undefined) return;
  const placed = await placeSignals(tools, reading, channel);
  await settleRest(tools, id, { reading, placed, channel });
}

interface Settled {
  readonly reading: ReadingState;
  readonly placed: readonly Placed[];
  readonly channel: ChannelParser;
}

async function settleRest(tools: SignalTools, id: string, { reading, placed, channel }: Settled): Promise<void> {
  await placeUpdate(tools, reading, channel);
  if (placed.some(({ isNew }) => isNew)) await resolveWaiting(tools, id);
  if (placed.length > 0 && (await isOvertaken(tools, id, reading, channel))) return;
  if (reading.ai?.state !== 'pending') return;
  const { latest } = reading;
  await tools.services.jobs.enqueue({
    name: aiJob,
    key: `${id} ${latest.id}`,
    payload: { reading: id, revision: latest.id },
  });
}

/**
 * Another node may have taken a later revision before the signals of this one were there to be changed by it. Whoever
 * writes a signal looks at the reading afterwards, and whoever writes the reading looks at the signals: one of them sees.
 */
async function isOvertaken(
  tools: SignalTools,
  id: string,
  reading: ReadingState,
  channel: ChannelParser,
): Promise<boolean> {
  const now = (await tools.readings.get(id))?.state;
  if (now === undefined || markOf(now) <= markOf(reading)) return false;
  await settle(tools, id, now, channel);
  return true;
}
