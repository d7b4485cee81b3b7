import type { ParseResult } from '../model/parse-result.ts';
import type { ParserContent } from '../model/parser.ts';
import type { ChannelParser } from '../parsers/parsers.ts';
import { type AiReading, mostRevisions, type ReadingState } from '../model/reading.ts';
import { talksToModel } from '../decide/talks-to-model.ts';
import type { ArrivedRevision } from './read-event.ts';

const unasked: Omit<AiReading, 'state'> = { signals: [], actions: [], symbol: null, by: null, problem: null };

export interface RevisionRead {
  readonly text: string;
  /** Null for a deletion. */
  readonly parse: ParseResult | null;
  readonly channel: ChannelParser;
}

/**
 * The reading of a message after one more revision of it; undefined when the revision changes nothing, because it was
 * taken before, came too late, or follows a deletion, which is the end.
 */
export function mergeRevision(
  before: ReadingState | undefined,
  { connectionId, messageId, revision }: ArrivedRevision,
  { text, parse, channel }: RevisionRead,
): ReadingState | undefined {
  const slots = Math.max(before?.slots ?? 0, parse?.signals.length ?? 0);
  if (before !== undefined && (before.latest.change === 'deleted' || before.latest.order >= revision.order)) {
    // It is too late to count, but signals of it may be there: they have to be found, to follow what came after.
    return slots > before.slots ? { ...before, slots } : undefined;
  }
  const entry = { id: revision.id, change: revision.change, kind: parse?.kind ?? null, at: revision.receivedAt };
  return {
    connectionId,
    messageId,
    latest: revision,
    first: before?.first ?? revision.change,
    talksToModel: talksToModel(text),
    parse,
    ai: parse !== null && wantsModel(parse, channel) ? { state: 'pending', ...unasked } : null,
    parserVersion: channel.version,
    slots,
    revisions: [...(before?.revisions ?? []), entry].slice(-mostRevisions),
  };
}

/** Where the rules settle it, no model is asked: it could only be wrong, and costs money. */
export function wantsModel({ unsettled, kind, confidence }: ParseResult, { ai, policy }: ParserContent): boolean {
  if (!ai.enabled) return false;
  if (unsettled) return true;
  return kind !== 'chatter' && confidence < policy.publish.minConfidence;
}
