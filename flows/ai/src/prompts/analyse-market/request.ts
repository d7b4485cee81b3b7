import { type Static, Type } from 'typebox';

const price = Type.String({ pattern: '^[0-9]{1,12}(\\.[0-9]{1,12})?$' });
const time = Type.String({ minLength: 1, maxLength: 40 });

export const analyseMarketRequest = Type.Object(
  {
    symbol: Type.String({ minLength: 1, maxLength: 32 }),
    /** The newest last. */
    quotes: Type.Optional(
      Type.Array(Type.Object({ at: time, bid: price, ask: price }, { additionalProperties: false }), { maxItems: 500 }),
    ),
    /** The newest last; `timeframe` as the caller writes it. */
    candles: Type.Optional(
      Type.Array(
        Type.Object(
          {
            at: time,
            timeframe: Type.Optional(Type.String({ maxLength: 8 })),
            open: price,
            high: price,
            low: price,
            close: price,
            volume: Type.Optional(price),
          },
          { additionalProperties: false },
        ),
        { maxItems: 500 },
      ),
    ),
    /** As channels gave them; any members. */
    recentSignals: Type.Optional(Type.Array(Type.Record(Type.String(), Type.Unknown()), { maxItems: 50 })),
    question: Type.Optional(Type.String({ minLength: 1, maxLength: 2_000 })),
    timeoutMs: Type.Optional(Type.Integer({ minimum: 100, maximum: 600_000 })),
    cacheMs: Type.Optional(Type.Integer({ minimum: 0, maximum: 86_400_000 })),
  },
  { additionalProperties: false },
);
export type AnalyseMarketRequest = Static<typeof analyseMarketRequest>;

export const marketAnalysis = Type.Object({
  bias: Type.Enum(['long', 'short', 'neutral']),
  levels: Type.Array(Type.Object({ kind: Type.String(), price: Type.String() })),
  reasoning: Type.String(),
  confidence: Type.Number(),
  configuration: Type.String(),
  model: Type.String(),
  prompt: Type.String(),
  cached: Type.Boolean(),
});
export type MarketAnalysis = Static<typeof marketAnalysis>;
