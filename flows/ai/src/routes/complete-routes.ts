import { defineRoute, HubError, reply, type Route } from '@fairlead/core/flow-api';
import { completionUsage } from '@fairlead/sdk';
import { type Static, Type } from 'typebox';
import { type Ask, askedOf } from '../ask.ts';
import { eventStream } from '../complete/event-stream.ts';
import { openAnswer } from '../complete/stream.ts';
import { purposeName } from '../configurations/configuration.ts';
import type { CompletionQuestion } from '../contract.ts';
import { analyseMarket } from '../purposes/analyse-market.ts';
import { analyseMarketRequest, marketAnalysis } from '../prompts/analyse-market/request.ts';
import type { AiTools } from '../tools.ts';

const turn = Type.Object(
  { role: Type.Enum(['system', 'user', 'assistant']), content: Type.String({ maxLength: 1_000_000 }) },
  { additionalProperties: false },
);

const completionRequest = Type.Object(
  {
    /** Which configurations may answer, and what it is counted under. */
    purpose: Type.Optional(Type.String({ ...purposeName, default: 'complete' })),
    turns: Type.Array(turn, { minItems: 1, maxItems: 500 }),
    /** The answer must be JSON that fits; one that does not is asked for elsewhere. */
    answerSchema: Type.Optional(
      Type.Object(
        {
          name: Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' }),
          schema: Type.Record(Type.String(), Type.Unknown()),
        },
        { additionalProperties: false },
      ),
    ),
    temperature: Type.Optional(Type.Number({ minimum: 0, maximum: 2 })),
    maxTokens: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
    /** Milliseconds for which an answer to the very same question will do. Not for streams. */
    cacheMs: Type.Optional(Type.Integer({ minimum: 0, maximum: 86_400_000 })),
    /** Milliseconds for the whole call, whatever is tried. */
    timeoutMs: Type.Optional(Type.Integer({ minimum: 100, maximum: 600_000, default: 120_000 })),
    /** True: server-sent events `text`, and a last `done` or `error`. */
    stream: Type.Optional(Type.Boolean({ default: false })),
  },
  { additionalProperties: false },
);

const completionView = Type.Object({
  text: Type.String(),
  json: Type.Optional(Type.Unknown()),
  configuration: Type.String(),
  model: Type.String(),
  usage: Type.Optional(completionUsage),
  cached: Type.Boolean(),
});

const defaultTimeoutMs = 120_000;

export interface CompleteRouteTools {
  readonly tools: AiTools;
  readonly ask: Ask;
}

export function completeRoutes({ tools, ask }: CompleteRouteTools): readonly Route[] {
  return [
    defineRoute({
      method: 'POST',
      path: '/api/ai/complete',
      permission: 'ai.complete',
      summary: 'Asks the AI configurations in order until one answers.',
      description:
        'With `stream: true` the answer is text/event-stream: `text` events, then `done` with configuration, model and ' +
        'usage, or `error`. Once a piece was sent no other configuration is asked. A stream takes no Idempotency-Key.',
      body: completionRequest,
      responses: { 200: completionView },
      audit: {
        action: 'ai.complete',
        details: ({ body }) => ({ purpose: body.purpose ?? 'complete', stream: String(body.stream ?? false) }),
      },
      async handler({ body, signal, idempotencyKey }) {
        const { timeoutMs = defaultTimeoutMs } = body;
        if (body.stream !== true) return ask(questionOf(body), { timeoutMs, signal });
        if (idempotencyKey !== undefined) throw streamWithKey();
        const answer = await openAnswer(tools, askedOf(tools, questionOf(body), { timeoutMs, signal }, true));
        return reply({
          headers: {
            'content-type': 'text/event-stream; charset=utf-8',
            'cache-control': 'no-store',
            'x-accel-buffering': 'no',
          },
          body: eventStream(answer, tools.services.clock),
        });
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/ai/analyse-market',
      permission: 'ai.complete',
      summary: 'Has a model say what it sees in a market: bias, levels, reasons.',
      body: analyseMarketRequest,
      responses: { 200: marketAnalysis },
      audit: { action: 'ai.analyse-market', details: ({ body }) => ({ symbol: body.symbol }) },
      handler: ({ body, signal }) =>
        analyseMarket(ask, body, { timeoutMs: body.timeoutMs ?? defaultTimeoutMs, signal }),
    }),
  ];
}

function questionOf(body: Static<typeof completionRequest>): CompletionQuestion {
  const { purpose = 'complete', turns, answerSchema, temperature, maxTokens, cacheMs } = body;
  return {
    purpose,
    turns,
    ...(answerSchema === undefined ? {} : { answerSchema }),
    ...(temperature === undefined ? {} : { temperature }),
    ...(maxTokens === undefined ? {} : { maxTokens }),
    ...(cacheMs === undefined ? {} : { cacheMs }),
  };
}

/** What was read cannot be kept to be answered again. */
function streamWithKey(): HubError {
  const message = 'is not taken with a stream: ask again without it, or without “stream”';
  return new HubError('invalid_request', { errors: [{ path: '/headers/idempotency-key', message }] });
}
