import type { Case } from '../decide/decide.ts';
import { isNearlyEqual } from '../decide/levels.ts';
import type { ParsedSignal } from '../model/parse-result.ts';
import type { ChannelPolicy } from '../model/parser.ts';
import { type SignalStatus, twinsOf } from '../model/signal.ts';
import type { SignalTools } from '../tools.ts';

export type Facts = Pick<Case, 'now' | 'duplicateOf' | 'publishedLastHour' | 'quote'>;

export interface FactsAsked {
  readonly connectionId: string;
  readonly signal: ParsedSignal;
  readonly policy: ChannelPolicy;
  /** The signal's own id and age, so that it is not its own repetition, nor that of one after it. */
  readonly self: { readonly id: string; readonly at: number } | undefined;
}

/** New messages begun before earlier ones are written: enough to share flushes to disk. */
export const messagesAtOnce = 50;
const lookedThrough = 50;
const hourMs = 3_600_000;
const alive: ReadonlySet<SignalStatus> = new Set(['parsed', 'review', 'published', 'executing', 'open', 'closed']);

/** What has to be looked up for a decision. */
export async function gatherFacts(tools: SignalTools, asked: FactsAsked): Promise<Facts> {
  const now = tools.services.clock.now();
  const [duplicateOf, publishedLastHour, quote] = await Promise.all([
    findDuplicate(tools, asked, now),
    asked.policy.publish.enabled ? countPublished(tools, asked, now - hourMs) : 0,
    tools.quoteOf(asked.signal.symbol),
  ]);
  return { now, duplicateOf, publishedLastHour, quote };
}

/** Exact where it matters: near the limit those are waited for that may be publishing just now. */
async function countPublished(
  { signals, earlier }: SignalTools,
  { connectionId, policy }: FactsAsked,
  since: number,
): Promise<number> {
  const count = () => signals.count({ connectionId, autoPublishedAt: { gt: since } });
  const published = await count();
  const { mostPerHour } = policy.publish;
  if (published >= mostPerHour || published + messagesAtOnce < mostPerHour) return published;
  await earlier();
  return count();
}

async function findDuplicate(
  { signals }: SignalTools,
  { connectionId, signal, policy, self }: FactsAsked,
  now: number,
): Promise<string | null> {
  const { items } = await signals.list({
    where: { twin: { in: twinsOf(connectionId, signal) }, at: { gte: now - policy.duplicateMinutes * 60_000 } },
    order: { field: 'at', direction: 'descending' },
    limit: lookedThrough,
  });
  const twins = items.filter(({ id, state }) => {
    if (id === self?.id || !alive.has(state.status)) return false;
    const isBefore = self === undefined || state.at < self.at || (state.at === self.at && id < self.id);
    return isBefore && (isNearlyEqual(state.signal, signal) || isNearlyEqual(state.said, signal));
  });
  return twins.at(-1)?.id ?? null;
}
