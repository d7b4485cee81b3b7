import { defineRoute, type Route } from '@fairlead/core/flow-api';
import { parseMessageQuestion } from '@fairlead/flow-ai/contract';
import { isFairleadError } from '@fairlead/sdk';
import { Type } from 'typebox';
import { decide } from '../decide/decide.ts';
import { reason } from '../decide/reasons.ts';
import { talksToModel } from '../decide/talks-to-model.ts';
import type { ParseResult, ParserRules } from '../model/parse-result.ts';
import { rulesSchema } from '../parsers/schemas.ts';
import type { ChannelParser } from '../parsers/parsers.ts';
import { gatherFacts } from '../take/gather-facts.ts';
import { wantsModel } from '../take/merge-revision.ts';
import { judge } from '../take/read-with-ai.ts';
import { type SignalIn, signalIn } from '../take/signal-in.ts';
import type { AiReading, ReadingState } from '../model/reading.ts';
import type { SignalTools } from '../tools.ts';
import { parsedSignalView, parseResultView, reasonView, showParse, showSignal } from '../view/parse-view.ts';
import { demandConnection } from './parser-routes.ts';

const decisionView = Type.Object({
  /** `ignore` for chatter; `apply` for an update whose target would be looked for. */
  outcome: Type.Enum(['publish', 'review', 'reject', 'apply', 'ignore']),
  reasons: Type.Array(reasonView),
});

const tryAnswer = Type.Object({
  ...parseResultView,
  /** What would become of it if it arrived now: of several signals the first that would not be published decides. */
  decision: decisionView,
  decisions: Type.Array(decisionView),
  /** Whether a model was asked, and what its claim was worth; null when it was not. */
  ai: Type.Union([
    Type.Object({
      state: Type.String(),
      model: Type.Union([Type.String(), Type.Null()]),
      problem: Type.Union([Type.String(), Type.Null()]),
      signals: Type.Array(parsedSignalView),
    }),
    Type.Null(),
  ]),
});

/** Reads a text as if it had just come. Nothing is stored. */
export function tryRoute(tools: SignalTools): Route {
  return defineRoute({
    method: 'POST',
    path: '/api/parsers/try',
    permission: 'parsers.read',
    summary: 'Reads a text, shows where in it everything was found, and what would become of it. Nothing is stored.',
    idempotent: 'none',
    body: Type.Object(
      {
        text: Type.String({ maxLength: 32_000 }),
        connection: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
        /** True asks no model, whatever the channel's policy says. */
        rulesOnly: Type.Optional(Type.Boolean()),
        /** Rules to try instead of the channel's. */
        rules: Type.Optional(rulesSchema),
      },
      { additionalProperties: false },
    ),
    responses: { 200: tryAnswer },
    audit: { action: 'parser.try', target: ({ body }) => body.connection },
    async handler({ body: { text, connection = '', rulesOnly = false, rules }, signal }) {
      if (connection !== '') await demandConnection(tools, connection);
      const saved = await tools.parsers.of(connection);
      const channel: ChannelParser =
        rules === undefined
          ? saved
          : { ...saved, rules: rules as ParserRules, parser: tools.parsers.compile(rules as ParserRules) };
      const parse = channel.parser.parse(text);
      const ai =
        rulesOnly || !wantsModel(parse, channel) ? null : await askModel(tools, { channel, parse, text, signal });
      const decisions = await decisionsOf(tools, { connection, channel, text, parse, ai });
      return {
        ...showParse(parse),
        decision: decisions.find(({ outcome }) => outcome !== 'publish') ??
          decisions[0] ?? { outcome: 'ignore' as const, reasons: [] },
        decisions,
        ai:
          ai === null
            ? null
            : {
                state: ai.state,
                model: ai.by?.model ?? null,
                problem: ai.problem,
                signals: ai.signals.map(showSignal),
              },
      };
    },
  });
}

interface Asked {
  readonly channel: ChannelParser;
  readonly parse: ParseResult;
  readonly text: string;
  readonly signal: AbortSignal;
}

async function askModel({ services }: SignalTools, { channel, parse, text, signal }: Asked): Promise<AiReading> {
  const { hint } = channel.ai;
  try {
    const asked = { text, ...(hint === null ? {} : { hint }) };
    const { claim, model, configuration, prompt } = await services.ask(parseMessageQuestion, asked, { signal });
    return { ...judge(parse, claim, text, channel.rules), by: { model, configuration, prompt }, problem: null };
  } catch (error) {
    if (!isFairleadError(error)) throw error;
    return { state: 'failed', signals: [], actions: [], symbol: null, by: null, problem: error.code };
  }
}

interface Tried {
  readonly connection: string;
  readonly channel: ChannelParser;
  readonly text: string;
  readonly parse: ParseResult;
  readonly ai: AiReading | null;
}

async function decisionsOf(tools: SignalTools, { connection, channel, text, parse, ai }: Tried) {
  if (parse.kind === 'update') {
    const isAuto = channel.policy.updates === 'auto' && !parse.unsettled;
    const why = parse.unsettled ? 'unsettled' : 'updates_reviewed';
    return [{ outcome: isAuto ? ('apply' as const) : ('review' as const), reasons: isAuto ? [] : [reason(why)] }];
  }
  const now = tools.services.clock.now();
  const latest = {
    id: '',
    order: '',
    change: 'created',
    chatId: null,
    replyTo: null,
    flooded: false,
    sentAt: now,
    receivedAt: now,
  } as const;
  const reading: ReadingState = {
    connectionId: connection,
    messageId: '',
    latest,
    first: 'created',
    talksToModel: talksToModel(text),
    parse,
    ai,
    parserVersion: channel.version,
    slots: parse.signals.length,
    revisions: [],
  };
  const places = Math.max(parse.signals.length, ai?.signals.length ?? 0);
  const found = Array.from({ length: places }, (_, index) => signalIn(reading, index)).filter(
    (one) => one !== undefined,
  );
  return Promise.all(found.map((one) => decisionOf(tools, connection, channel, one)));
}

async function decisionOf(tools: SignalTools, connectionId: string, { policy }: ChannelParser, found: SignalIn) {
  const facts = await gatherFacts(tools, { connectionId, signal: found.signal, policy, self: undefined });
  const { outcome, reasons } = decide({ ...found, policy, ...facts, sentAt: facts.now, flooded: false });
  return { outcome, reasons: [...reasons] };
}
