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

const lookedThrough = 50;
const hourMs = 3_600_000;
const alive: ReadonlySet<SignalStatus> = new Set(['parsed', 'review', 'published', 'executing', 'open', 'closed']);

/** What has to be looked up for a decision. */
export async function gatherFacts(tools: SignalTools, asked: FactsAsked): Promise<Facts> {
  const now = tools.services.clock.now();
  const [duplicateOf, publishedLastHour, quote] = await Promise.all([
    findDuplicate(tools, asked, now),
    asked.policy.publish.enabled
      ? tools.signals.count({ connectionId: asked.connectionId, autoPublishedAt: { gt: now - hourMs } })
      : 0,
    tools.quoteOf(asked.signal.symbol),
  ]);
  return { now, duplicateOf, publishedLastHour, quote };
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
