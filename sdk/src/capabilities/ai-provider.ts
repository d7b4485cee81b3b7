import { type Static, Type } from 'typebox';
import { defineCapability } from '../contract/capability.ts';
import { closedObject, decimalText, longText, text } from '../wire/types.ts';
import { credentialTest, probeOperation } from './credential-test.ts';

/** One turn of what the model reads. `system` is the operator's word; `user` and `assistant` may hold anybody's. */
const turn = closedObject({
  role: Type.Enum(['system', 'user', 'assistant']),
  content: longText(1_000_000),
});

/** What a model is asked. A limit or sampling value that is absent is the vendor's default. */
export const completionRequest = closedObject({
  /** The vendor's name of the model. */
  model: text(255),
  /** Models that the vendor may use instead, in this order, where it can do so by itself (OpenRouter). Others ignore it. */
  fallbackModels: Type.Optional(Type.Array(text(255), { maxItems: 10 })),
  turns: Type.Array(turn, { minItems: 1, maxItems: 500 }),
  /** 0 to 2. */
  temperature: Type.Optional(Type.Number({ minimum: 0, maximum: 2 })),
  /** Tokens of the answer at most. */
  maxTokens: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
  /** The answer must be JSON that fits this schema. The vendor is asked to enforce it; whoever calls checks it all the same. */
  answerSchema: Type.Optional(
    closedObject({
      /** For the vendor: letters, digits, `_` and `-`. */
      name: Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' }),
      schema: Type.Unsafe<{ readonly [keyword: string]: unknown }>({
        type: 'object',
        additionalProperties: true,
        description: 'A JSON schema. Whatever it holds is passed on as it is.',
      }),
    }),
  ),
});
/** What {@link completionRequest} describes. */
export type CompletionRequest = Static<typeof completionRequest>;

/** What a completion took, as the vendor counts it. */
export const completionUsage = closedObject({
  promptTokens: Type.Integer({ minimum: 0 }),
  completionTokens: Type.Integer({ minimum: 0 }),
  /** US dollars as a decimal text; absent where the vendor does not say. */
  costUsd: Type.Optional(decimalText()),
});
/** What {@link completionUsage} describes. */
export type CompletionUsage = Static<typeof completionUsage>;

const ending = {
  /**
   * Why the model stopped: `stop` is the only one with a whole answer. `length` ran into a limit, `filtered` was cut by
   * the vendor's own rules.
   */
  finish: Type.Enum(['stop', 'length', 'filtered', 'other']),
  /** The model that answered, which may be another than was asked. */
  model: text(255),
  /** The vendor's id of this completion, where it gives one. */
  id: Type.Optional(text(255)),
  /** Absent where the vendor does not say. */
  usage: Type.Optional(completionUsage),
} as const;

/** A whole answer. */
export const completion = closedObject({ text: longText(2_000_000), ...ending });
/** What {@link completion} describes. */
export type Completion = Static<typeof completion>;

/** A part of an answer. The last one is `done`: a stream that ends without it was cut off, and is an error. */
export const completionPart = Type.Union([
  closedObject({ type: Type.Literal('text'), text: longText(262_144) }),
  closedObject({ type: Type.Literal('done'), ...ending }),
]);
/** What {@link completionPart} describes. */
export type CompletionPart = Static<typeof completionPart>;

/**
 * Asks language models. Errors: `credentials_invalid`; `quota_exhausted` when the account has no credit left;
 * `rate_limited` with the vendor's wait; `vendor_error` for a failure that arrives inside an answer of status 200 as
 * well; `answer_unreadable` for an answer without a choice and for a stream that was cut; `input_invalid` never for
 * what the vendor refuses: that is `vendor_rejected` (a text that its rules forbid) or `settings_invalid` (a model it
 * does not have).
 *
 * Deliberately left out: which model to ask, what to do when one fails, budgets, caching, checking the answer against
 * its schema (the `ai` flow does all of these), tools and images.
 */
export const aiProvider = defineCapability(
  { id: 'ai-provider', version: 1, probe: 'testCredentials' },
  {
    complete: {
      summary: 'Answers in one piece. Repeating it changes nothing but costs again.',
      kind: 'unary',
      input: completionRequest,
      output: completion,
      repeat: 'safe',
      timeoutMs: 120_000,
      lane: 'completions',
      required: true,
    },
    stream: {
      summary: 'Answers piece by piece; the last piece says why it ended and what it took.',
      kind: 'stream',
      input: completionRequest,
      output: completionPart,
      repeat: 'safe',
      timeoutMs: 60_000,
      lane: 'completions',
      required: false,
    },
    listModels: {
      summary: 'The models that the account may ask.',
      kind: 'unary',
      input: closedObject({}),
      output: closedObject({
        models: Type.Array(
          closedObject({
            id: text(255),
            name: Type.Optional(text(255)),
            /** Tokens of question and answer together. */
            contextTokens: Type.Optional(Type.Integer({ minimum: 1 })),
            /** US dollars for a million tokens. */
            promptUsdPerMillion: Type.Optional(decimalText()),
            completionUsdPerMillion: Type.Optional(decimalText()),
          }),
          { maxItems: 5_000 },
        ),
      }),
      repeat: 'safe',
      timeoutMs: 20_000,
      lane: 'probe',
      required: false,
    },
    testCredentials: probeOperation(credentialTest),
  },
);
