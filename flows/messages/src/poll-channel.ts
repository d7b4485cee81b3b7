import type { FlowServices, Stored } from '@fairlead/core/flow-api';
import { channel as channelCapability, newId, type OutputOf } from '@fairlead/sdk';
import type { ChannelProgress } from './channel-progress.ts';
import { passNotes } from './channel-notes.ts';
import type { ChannelState } from './collections.ts';
import type { FloodWatch } from './flood-watch.ts';
import type { MessageStore } from './message-store.ts';
import type { MessagesSettings } from './settings.ts';

export interface PollResult {
  /** Messages that were not stored before. */
  readonly added: number;
  /** The vendor has more; the next poll reads on. */
  readonly more: boolean;
}

export interface PollTools {
  readonly services: Pick<FlowServices, 'guard' | 'incidents' | 'log' | 'clock'>;
  readonly progress: ChannelProgress;
  readonly store: MessageStore;
  readonly floods: FloodWatch;
  readonly settings: MessagesSettings;
}

type Fetched = OutputOf<typeof channelCapability.fetch>;

/**
 * Reads what is new on a connection, page by page: the messages of a page first, then the cursor after them. Whatever
 * stops it between the two, the page is read again and its messages are known by then. Two runs at once do no harm:
 * one of them finds that the cursor has moved, and stops.
 * @throws what the guard throws; StorageError
 */
export async function pollChannel(tools: PollTools, connectionId: string, signal: AbortSignal): Promise<PollResult> {
  const { services, progress, settings } = tools;
  const run = newId(services.clock.now());
  let channel: Stored<ChannelState> | undefined = await claimSeed(tools, await progress.open(connectionId), run);
  let added = 0;
  for (let page = 1; channel !== undefined; page++) {
    signal.throwIfAborted();
    const { cursor } = channel.state;
    const input = { limit: settings.pageSize, ...(cursor === null ? {} : { cursor }) };
    const fetched = await services.guard.invoke(connectionId, channelCapability.fetch, input, { signal });
    const isFirst = !channel.state.seeded;
    const from = floodName(cursor);
    const flooded = !isFirst && (await tools.floods.isFlooded(connectionId, fetched.messages, from, added));
    added += await tools.store.add({
      connectionId,
      via: 'poll',
      seeded: isFirst,
      flooded,
      messages: fetched.messages,
    });
    const notes = await passNotes(services, connectionId, fetched.notes ?? [], channel.state.notes);
    channel = await advance(tools, channel, { fetched, flooded, notes, run });
    const isPaused = (fetched.retryAfterMs ?? 0) > 0;
    if (!fetched.more || isPaused || page >= settings.mostPages) return { added, more: fetched.more };
  }
  return { added, more: true };
}

/**
 * Of the first poll nothing is told, so only one run may make it: a run that is still storing what it read earlier must
 * not end it, or what came since would be stored in silence.
 */
async function claimSeed({ progress }: PollTools, channel: Stored<ChannelState>, run: string) {
  if (channel.state.seeded) return channel;
  return progress.advance(channel, (state) => ({ ...state, seedRun: run }));
}

interface Page {
  readonly fetched: Fetched;
  readonly flooded: boolean;
  readonly notes: ChannelState['notes'];
  readonly run: string;
}

async function advance(
  { progress, services }: PollTools,
  channel: Stored<ChannelState>,
  { fetched, flooded, notes, run }: Page,
): Promise<Stored<ChannelState> | undefined> {
  const { cursor, more, retryAfterMs = 0 } = fetched;
  const next: Partial<ChannelState> = {
    cursor,
    seeded: channel.state.seeded || !more,
    seedRun: channel.state.seeded || !more ? null : run,
    vendorAllowsAt: retryAfterMs > 0 ? services.clock.now() + retryAfterMs : 0,
    retryAt: 0,
    failures: 0,
    floodFrom: flooded && more ? floodName(cursor) : endedFlood(channel.state.floodFrom),
    notes,
  };
  const isSame = Object.entries(next).every(([name, value]) => channel.state[name as keyof ChannelState] === value);
  if (isSame) return channel;
  return progress.advance(channel, (state) =>
    state.seeded || state.seedRun === run ? { ...state, ...next } : undefined,
  );
}

const pollPrefix = 'poll:';

/** Names a page again after a crash. */
function floodName(cursor: string | null): string {
  return `${pollPrefix}${cursor ?? ''}`;
}

/** A flood of webhooks is not for a poll to end. */
function endedFlood(floodFrom: string | null): string | null {
  return floodFrom?.startsWith(pollPrefix) === false ? floodFrom : null;
}
