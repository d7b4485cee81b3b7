import { createHash } from 'node:crypto';
import { isStorageError, type Repository } from '@fairlead/core/flow-api';
import { type MessagePage, messagesQuestion } from '@fairlead/flow-messages/contract';
import type { ParseResult } from '../model/parse-result.ts';
import type { ReplayCounts, ReplayItemState, ReplayState, ShortReading } from '../model/replay.ts';
import { textOfRevision } from '../take/read-event.ts';
import type { SignalTools } from '../tools.ts';

export const replayJob = 'replay';

export interface ReplayTools extends SignalTools {
  readonly replays: Repository<ReplayState, { connectionId: 'string' }>;
  readonly replayItems: Repository<ReplayItemState, { replayId: 'string'; position: 'number' }>;
}

/** Small pages, so that reading them twice holds nobody up for long. */
const pageSize = 50;
const pagesPerRun = 400;

/**
 * Reads a channel's history with other rules, a page at a time. What differs is written first, then how far it is: a
 * page that is read again after a crash writes the same once more.
 */
export async function runReplay(tools: ReplayTools, id: string, signal: AbortSignal): Promise<void> {
  let stored = await tools.replays.get(id);
  for (let page = 0; stored?.state.status === 'running'; page += 1) {
    if (page >= pagesPerRun) {
      await tools.services.jobs.enqueue({ name: replayJob, key: `${id} ${stored.state.pages}`, payload: { id } });
      return;
    }
    signal.throwIfAborted();
    const { state, version } = stored;
    const { connectionId, from, to, cursor } = state;
    const messages = await tools.services.ask(
      messagesQuestion,
      {
        connectionId,
        limit: pageSize,
        ...(from === null ? {} : { from }),
        ...(to === null ? {} : { to }),
        ...(cursor === null ? {} : { cursor }),
      },
      { signal },
    );
    const counts = await readPage(tools, id, state, messages);
    const isDone = messages.nextCursor === null;
    const next: ReplayState = {
      ...state,
      counts,
      cursor: messages.nextCursor,
      pages: state.pages + 1,
      status: isDone ? 'done' : 'running',
    };
    const told = { id, connectionId, messages: counts.messages, changed: counts.changed };
    const events = isDone ? [tools.services.event('parser.replayed', id, told)] : [];
    try {
      stored = await tools.replays.commit({ ...stored, state: next, events }, version);
    } catch (error) {
      // Another run of this job is ahead.
      if (isStorageError(error, 'version_conflict')) return;
      throw error;
    }
  }
}

async function readPage(
  tools: ReplayTools,
  replayId: string,
  state: ReplayState,
  { items }: MessagePage,
): Promise<ReplayCounts> {
  const former = tools.parsers.compile(state.before);
  const tried = tools.parsers.compile(state.after);
  const before: Record<string, number> = { ...state.counts.before };
  const after: Record<string, number> = { ...state.counts.after };
  let { messages, changed } = state.counts;
  for (const revision of items) {
    if (revision.message.change === 'deleted') continue;
    const text = textOfRevision(revision);
    const was = shortOf(former.parse(text));
    const is = shortOf(tried.parse(text));
    messages += 1;
    before[was.kind] = (before[was.kind] ?? 0) + 1;
    after[is.kind] = (after[is.kind] ?? 0) + 1;
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    changed += 1;
    await keep(tools, {
      replayId,
      position: revision.position,
      messageId: revision.message.id,
      revisionId: revision.id,
      text: text.slice(0, 500).toWellFormed(),
      before: was,
      after: is,
    });
  }
  return { messages, changed, before, after };
}

async function keep({ replayItems }: ReplayTools, state: ReplayItemState): Promise<void> {
  const id = createHash('sha256').update(`${state.replayId} ${state.revisionId}`).digest('hex').slice(0, 32);
  try {
    await replayItems.commit({ id, state }, 0);
  } catch (error) {
    // Written before a crash.
    if (!isStorageError(error, 'version_conflict')) throw error;
  }
}

function shortOf({ kind, signals, actions, symbol, confidence }: ParseResult): ShortReading {
  return { kind, signals, actions, symbol, confidence };
}
