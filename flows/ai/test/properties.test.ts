import { type ErrorCode, FairleadError, isFairleadError } from '@fairlead/sdk';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDecimals, compareDecimals } from '../src/usage/decimal.ts';
import { type Answering, hangs, whole } from './scripted-provider.ts';
import { type FlowHarness, flowHarness } from './flow-harness.ts';

const codes: readonly ErrorCode[] = [
  'credentials_invalid',
  'quota_exhausted',
  'rate_limited',
  'vendor_error',
  'unreachable',
  'vendor_rejected',
  'plugin_threw',
];

/** One answer of a provider: after so long, with what, for how much. */
const turnOf = fc.record({
  afterMs: fc.integer({ min: 0, max: 8_000 }),
  outcome: fc.oneof(
    { weight: 4, arbitrary: fc.constant('answers' as const) },
    { weight: 1, arbitrary: fc.constantFrom('cut' as const, 'nonsense' as const, 'hangs' as const) },
    { weight: 2, arbitrary: fc.constantFrom(...codes) },
  ),
  costMicro: fc.integer({ min: 0, max: 400_000 }),
});
type ProviderTurn = typeof turnOf extends fc.Arbitrary<infer Turn> ? Turn : never;

const callOf = fc.record({
  afterMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 30_000 }), fc.constant(1_800_000)),
  timeoutMs: fc.integer({ min: 500, max: 20_000 }),
  abortAfterMs: fc.option(fc.integer({ min: 0, max: 5_000 }), { freq: 6, nil: undefined }),
  schema: fc.boolean(),
});

const usd = (micro: number) => (micro / 1_000_000).toFixed(6);

/** Plays its turns in order, and keeps account of what it has charged and how many calls were under way. */
function playing(hub: FlowHarness, turns: readonly ProviderTurn[], book: Book): Answering {
  let next = 0;
  return async (request, call) => {
    const turn = turns[next++ % turns.length] as ProviderTurn;
    if (turn.outcome === 'hangs') return hangs()(request, call);
    book.underWay += 1;
    book.most = Math.max(book.most, book.underWay);
    try {
      await new Promise<void>((resolve) => hub.clock.schedule(turn.afterMs, resolve));
    } finally {
      book.underWay -= 1;
    }
    // Who has gone is not charged: what nobody reads cannot be counted either.
    call.signal.throwIfAborted();
    if (turn.outcome !== 'answers' && turn.outcome !== 'cut' && turn.outcome !== 'nonsense') {
      throw new FairleadError(turn.outcome);
    }
    const costUsd = usd(turn.costMicro);
    book.charged = addDecimals(book.charged, costUsd);
    const usage = { promptTokens: 10, completionTokens: 1, costUsd };
    if (turn.outcome === 'cut') return whole('{', { usage, finish: 'length' });
    return whole(turn.outcome === 'nonsense' ? 'no JSON' : '{}', { usage });
  };
}

interface Book {
  charged: string;
  underWay: number;
  most: number;
}

const newBook = (): Book => ({ charged: '0', underWay: 0, most: 0 });
const answerSchema = { name: 'x', schema: { type: 'object' } };

test('whatever fails and when: each call ends once, within its deadline; usage is what was charged; budgets hold', async () => {
  const turns = fc.array(turnOf, { minLength: 1, maxLength: 12 });
  const scenario = fc.record({
    first: turns,
    second: turns,
    calls: fc.array(callOf, { minLength: 1, maxLength: 25 }),
    budgetMicro: fc.integer({ min: 100_000, max: 2_000_000 }),
  });
  await fc.assert(
    fc.asyncProperty(scenario, async ({ first, second, calls, budgetMicro }) => {
      const hub = await flowHarness();
      try {
        await hub.configure({ timeoutMs: 5_000, budgetUsdPerDay: usd(budgetMicro) });
        await hub.configure({ timeoutMs: 5_000, connection: 'p2' });
        const books = { p1: newBook(), p2: newBook() };
        hub.provider('p1').answer = playing(hub, first, books.p1);
        hub.provider('p2').answer = playing(hub, second, books.p2);
        let answers = 0;
        const ends = [];
        for (const { afterMs, timeoutMs, abortAfterMs, schema } of calls) {
          await hub.clock.advance(afterMs);
          const gone = new AbortController();
          if (abortAfterMs !== undefined) hub.clock.schedule(abortAfterMs, () => gone.abort());
          const startedMs = hub.clock.monotonic();
          const asked = hub.ask(schema ? { answerSchema } : {}, { timeoutMs, signal: gone.signal }).then(
            (reply) => {
              answers += 1;
              expect('json' in reply).toBe(schema);
              expect(reply.text).not.toBe('');
            },
            (error: unknown) => expect(isFairleadError(error)).toBe(true),
          );
          ends.push(asked.then(() => expect(hub.clock.monotonic() - startedMs).toBeLessThanOrEqual(timeoutMs + 1)));
        }
        await hub.clock.advance(60_000);
        await Promise.all(ends);
        const range = { from: '2026-01-15', to: '2026-01-18' };
        const total = await hub.total(range);
        expect(total.answered).toBe(answers);
        expect(compareDecimals(total.costUsd, addDecimals(books.p1.charged, books.p2.charged))).toBe(0);
        // Within one day; what was under way when it was used up may still have cost its most.
        const over = (books.p1.most + 1) * 0.4;
        const days = 1 + Math.floor((12 + hub.clock.monotonic() / 3_600_000) / 24);
        expect(Number(books.p1.charged)).toBeLessThanOrEqual(days * (budgetMicro / 1_000_000 + over));
      } finally {
        await hub.dispose();
      }
    }),
    { numRuns: 40 },
  );
});
