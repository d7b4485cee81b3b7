import { answers, type BoundAnswer, type Stored } from '@fairlead/core/flow-api';
import { progressQuestion, type SignalProgress, signalQuestion, type TradableSignal } from './contract.ts';
import { signalEvent } from './events.ts';
import { type SignalState, withHistory } from './model/signal.ts';
import type { SignalTools } from './tools.ts';

/** What whoever trades signals asks and tells; see the contract. */
export function signalAnswers(tools: SignalTools): readonly BoundAnswer[] {
  return [
    answers(signalQuestion, async ({ id }) => {
      const stored = await tools.signals.get(id);
      return stored === undefined ? null : tradable(stored);
    }),
    answers(progressQuestion, (progress) => advance(tools, progress)),
  ];
}

function tradable({ id, state }: Stored<SignalState>): TradableSignal {
  const { connectionId, messageId, status, signal, standing, confidence, publications, sentAt, at, publishedAt } =
    state;
  return {
    id,
    connectionId,
    messageId,
    status,
    signal,
    standing,
    confidence,
    publications,
    sentAt: sentAt ?? at,
    publishedAt,
  };
}

const order = ['published', 'executing', 'open', 'closed'] as const;
const told = { executing: 'signal.executing', open: 'signal.opened', closed: 'signal.closed' } as const;

async function advance({ signals, services }: SignalTools, { id, to, publication, note }: SignalProgress) {
  let outcome: 'done' | 'refused' = 'refused';
  await signals.update(id, (before) => {
    outcome = 'refused';
    const from = order.indexOf(before.status as (typeof order)[number]);
    if (from === -1 || before.publications !== publication) return undefined;
    outcome = 'done';
    if (from >= order.indexOf(to)) return undefined;
    const history = withHistory(before, {
      at: services.clock.now(),
      by: 'trading',
      what: to,
      ...(note === undefined ? {} : { details: note }),
    });
    const state: SignalState = { ...before, status: to, expiresAt: null, history };
    return { state, events: [signalEvent(services.event, told[to], { id, state, by: 'trading' })] };
  });
  return { outcome };
}
