import { reason } from '../decide/reasons.ts';
import { readingId, signalId } from '../model/ids.ts';
import { openStatuses, type Reason, type SignalState, type SignalStatus } from '../model/signal.ts';
import type { FoundBy, UpdateState } from '../model/update.ts';
import type { SignalTools } from '../tools.ts';
import type { Stored } from '@fairlead/core/flow-api';

export type Target =
  | { readonly signal: string; readonly foundBy: FoundBy }
  /** `awaits`: the reading that it replies to, which may still come. */
  | { readonly reasons: readonly Reason[]; readonly awaits: string | null };

export type Asking = Pick<UpdateState, 'connectionId' | 'replyTo' | 'symbol' | 'chatId'>;

/** Replies to replies are followed so far. */
const longestThread = 10;
const mostOpen = 200;
const reachable: ReadonlySet<SignalStatus> = new Set([...openStatuses, 'review', 'parsed']);

/**
 * Which signal an update is about: the one that it replies to; else the newest open one of its symbol, unless signals of
 * both directions are open; without a symbol the only one that is open. Anything else is for a person.
 */
export async function resolveTarget(tools: SignalTools, asking: Asking): Promise<Target> {
  if (asking.replyTo !== null) {
    const found = await byReply(tools, asking, asking.replyTo);
    if (found !== undefined) return found;
  }
  return bySymbol(tools, asking);
}

async function byReply(
  tools: SignalTools,
  { connectionId, symbol }: Asking,
  replyTo: string,
): Promise<Target | undefined> {
  let messageId: string | null = replyTo;
  for (let step = 0; step < longestThread && messageId !== null; step += 1) {
    const id = readingId(connectionId, messageId);
    const reading = await tools.readings.get(id);
    if (reading === undefined) return { reasons: [reason('target_unknown')], awaits: id };
    const places = Math.max(reading.state.slots, reading.state.ai?.signals.length ?? 0);
    const all = await Promise.all(
      Array.from({ length: places }, (_, index) =>
        tools.signals.get(signalId(connectionId, reading.state.messageId, index)),
      ),
    );
    const known = all.filter((one) => one !== undefined);
    if (known.length > 0) return choose(known, symbol, 'reply');
    messageId = reading.state.latest.replyTo;
  }
  // It replies to chatter: what it says itself has to do.
  return undefined;
}

function choose(known: readonly Stored<SignalState>[], symbol: string | null, foundBy: FoundBy): Target {
  const fitting = known.filter(
    ({ state }) => reachable.has(state.status) && (symbol === null || isSymbol(state, symbol)),
  );
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return { signal: only.id, foundBy };
  return { reasons: [reason(fitting.length === 0 ? 'target_not_signal' : 'several_open')], awaits: null };
}

async function bySymbol({ signals }: SignalTools, { connectionId, symbol, chatId }: Asking): Promise<Target> {
  const { items } = await signals.list({
    where: { connectionId, status: { in: [...openStatuses] } },
    order: { field: 'at', direction: 'descending' },
    limit: mostOpen,
  });
  const open = items.filter(({ state }) => state.chatId === chatId && (symbol === null || isSymbol(state, symbol)));
  const [newest] = open;
  if (newest === undefined) return { reasons: [reason('no_open_signal')], awaits: null };
  if (open.length === 1) return { signal: newest.id, foundBy: symbol === null ? 'only_open' : 'symbol' };
  if (symbol === null) return { reasons: [reason('several_open')], awaits: null };
  const sides = new Set(open.map(({ state }) => state.signal.side));
  return sides.size > 1
    ? { reasons: [reason('opposite_sides')], awaits: null }
    : { signal: newest.id, foundBy: 'symbol' };
}

/** `ETH` is meant by `ETH/USDT` and the other way round. */
function isSymbol({ signal }: SignalState, symbol: string): boolean {
  if (signal.symbol === symbol) return true;
  const [base = ''] = signal.symbol.split('/');
  const [named = ''] = symbol.split('/');
  return base === named && (!symbol.includes('/') || !signal.symbol.includes('/'));
}
