import { Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const word = Type.String({ minLength: 1, maxLength: 100 });
const words = Type.Array(word, { maxItems: 200 });
const symbol = Type.String({ pattern: '^[A-Z0-9][A-Z0-9./_-]{0,31}$' });

export const templateSchema = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100 }),
    parts: Type.Array(
      Type.Union([
        Type.Object({ text: Type.String({ maxLength: 2_000 }) }, closed),
        Type.Object(
          {
            gap: Type.Enum(['symbol', 'side', 'entry', 'stopLoss', 'takeProfits', 'orderType', 'anything']),
          },
          closed,
        ),
      ]),
      { minItems: 1, maxItems: 100 },
    ),
    fixed: Type.Optional(
      Type.Object(
        {
          symbol: Type.Optional(symbol),
          side: Type.Optional(Type.Enum(['buy', 'sell'])),
          orderType: Type.Optional(Type.Union([Type.Enum(['market', 'limit', 'stop']), Type.Null()])),
        },
        closed,
      ),
    ),
  },
  closed,
);

export const rulesSchema = Type.Object(
  {
    symbolAliases: Type.Optional(
      Type.Record(Type.String({ minLength: 1, maxLength: 100 }), symbol, { maxProperties: 500 }),
    ),
    defaultSymbol: Type.Optional(symbol),
    defaultQuote: Type.Optional(Type.String({ pattern: '^[A-Z0-9]{2,10}$' })),
    defaultOrderType: Type.Optional(Type.Enum(['market', 'limit'])),
    inferSide: Type.Optional(Type.Boolean()),
    words: Type.Optional(
      Type.Object(
        {
          buy: Type.Optional(words),
          sell: Type.Optional(words),
          entry: Type.Optional(words),
          stopLoss: Type.Optional(words),
          takeProfit: Type.Optional(words),
          market: Type.Optional(words),
          ignore: Type.Optional(words),
        },
        closed,
      ),
    ),
    ignoreContaining: Type.Optional(Type.Array(Type.String({ minLength: 2, maxLength: 200 }), { maxItems: 200 })),
    templates: Type.Optional(Type.Array(templateSchema, { maxItems: 50 })),
  },
  closed,
);

const minutes = (maximum: number) => Type.Integer({ minimum: 1, maximum });

export const policySchema = Type.Object(
  {
    publish: Type.Object(
      {
        enabled: Type.Boolean(),
        minConfidence: Type.Number({ minimum: 0.5, maximum: 1 }),
        orderTypes: Type.Array(Type.Enum(['market', 'limit', 'stop', 'unstated']), { maxItems: 4, uniqueItems: true }),
        symbols: Type.Array(symbol, { maxItems: 500 }),
        maxAgeSeconds: Type.Integer({ minimum: 1, maximum: 86_400 }),
        mostPerHour: Type.Integer({ minimum: 0, maximum: 10_000 }),
      },
      closed,
    ),
    updates: Type.Enum(['auto', 'review']),
    edits: Type.Enum(['auto', 'review']),
    duplicateMinutes: minutes(10_080),
    reviewMinutes: minutes(43_200),
    publishedMinutes: minutes(43_200),
  },
  closed,
);

export const aiPolicySchema = Type.Object(
  { enabled: Type.Boolean(), hint: Type.Union([Type.String({ minLength: 1, maxLength: 1_000 }), Type.Null()]) },
  closed,
);

/** What a PUT may leave out is as it is by default. */
export const contentRequest = Type.Object(
  {
    rules: Type.Optional(rulesSchema),
    policy: Type.Optional(
      Type.Object(
        {
          ...Type.Partial(Type.Omit(policySchema, ['publish'])).properties,
          publish: Type.Optional(Type.Partial(policySchema.properties.publish, closed)),
        },
        closed,
      ),
    ),
    ai: Type.Optional(Type.Partial(aiPolicySchema, closed)),
  },
  closed,
);
