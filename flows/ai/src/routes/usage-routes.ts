import { defineRoute, HubError, listQuery, pageOf, type Repository, type Route } from '@fairlead/core/flow-api';
import type { Clock } from '@fairlead/sdk';
import { Type } from 'typebox';
import type { Configurations } from '../configurations/configurations.ts';
import { listCalls } from '../usage/list-calls.ts';
import type { JournalIndex, JournalPage } from '../usage/journal.ts';
import { usageGroups, usageReport } from '../usage/report.ts';
import type { UsageIndex, UsageState } from '../usage/sums.ts';

const orNull = Type.Union([Type.String(), Type.Null()]);
const counts = Type.Record(Type.String(), Type.Integer());

const sums = {
  answered: Type.Integer(),
  /** Answered from memory; nothing was spent. */
  cached: Type.Integer(),
  /** Attempts that failed, by what they failed with. */
  failed: counts,
  /** Calls that passed it by, by reason. */
  skipped: counts,
  promptTokens: Type.Integer(),
  completionTokens: Type.Integer(),
  /** US dollars, exact, as decimal text. */
  costUsd: Type.String(),
  /** Answers of which nobody knows what they cost. */
  unpriced: Type.Integer(),
  durationMs: Type.Integer(),
} as const;

const usageLine = Type.Object({
  configuration: orNull,
  /** Of the configuration, as it is called now. */
  name: orNull,
  model: orNull,
  purpose: orNull,
  prompt: orNull,
  day: orNull,
  ...sums,
});

const callView = Type.Object({
  id: Type.String(),
  at: Type.String(),
  purpose: Type.String(),
  prompt: orNull,
  outcome: Type.String(),
  streamed: Type.Boolean(),
  durationMs: Type.Number(),
  attempts: Type.Array(
    Type.Object({
      configuration: Type.String(),
      model: Type.String(),
      outcome: Type.String(),
      durationMs: Type.Number(),
      promptTokens: Type.Integer(),
      completionTokens: Type.Integer(),
      costUsd: orNull,
    }),
  ),
  skipped: Type.Array(Type.Object({ configuration: Type.String(), model: Type.String(), reason: Type.String() })),
});

const moment = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}(:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?)?Z?)?$',
  description: 'A day or a moment, UTC. Usage is kept by the hour.',
});
const dayMs = 86_400_000;
const longestDays = 400;

export interface UsageRouteTools {
  readonly usage: Repository<UsageState, UsageIndex>;
  readonly journal: Repository<JournalPage, JournalIndex>;
  readonly configurations: Pick<Configurations, 'names'>;
  readonly clock: Clock;
}

export function usageRoutes({ usage, journal, configurations, clock }: UsageRouteTools): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/ai/usage',
      permission: 'ai.read',
      summary: 'What was used: tokens, cost, failures and skips, in whole hours, grouped.',
      description: 'Without `from` and `to`: today (UTC). `groupBy` may be repeated; without it, by configuration.',
      query: Type.Object(
        {
          from: Type.Optional(moment),
          /** Not included; a part of an hour counts as all of it. */
          to: Type.Optional(moment),
          groupBy: Type.Optional(Type.Array(Type.Enum([...usageGroups]), { maxItems: usageGroups.length })),
        },
        { additionalProperties: false },
      ),
      responses: {
        200: Type.Object({
          from: Type.String(),
          to: Type.String(),
          items: Type.Array(usageLine),
          total: Type.Object(sums),
        }),
      },
      async handler({ query }) {
        const today = Math.floor(clock.now() / dayMs) * dayMs;
        const fromMs = hourOf('from', query.from) ?? today;
        const toMs = hourOf('to', query.to) ?? Math.max(today, fromMs) + dayMs;
        if (toMs <= fromMs || toMs - fromMs > longestDays * dayMs) {
          throw badMoment('to', `must be later than “from”, by ${longestDays} days at most`);
        }
        const [from, to] = [new Date(fromMs).toISOString(), new Date(toMs).toISOString()];
        const groupBy = query.groupBy ?? (['configuration'] as const);
        const report = await usageReport(usage, { from: from.slice(0, 13), to: to.slice(0, 13), groupBy });
        const names = await configurations.names();
        const items = report.items.map(({ sums: line, ...key }) => ({
          ...key,
          name: key.configuration === null ? null : (names.get(key.configuration) ?? null),
          ...line,
        }));
        return { from, to, items, total: report.total };
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/ai/calls',
      permission: 'ai.read',
      summary: 'The newest calls, with what each configuration answered. Their texts are kept nowhere.',
      query: listQuery({}),
      responses: { 200: pageOf(callView) },
      handler: ({ query: { limit = 50, cursor } }) => listCalls(journal, { limit, cursor }),
    }),
  ];
}

/** The beginning of the hour of a moment; of the next one for `to` within an hour. */
function hourOf(name: 'from' | 'to', text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const withHour = text.length === 13 ? `${text}:00Z` : text;
  const ms = Date.parse(withHour.includes('T') && !withHour.endsWith('Z') ? `${withHour}Z` : withHour);
  if (Number.isNaN(ms)) throw badMoment(name, 'is not a moment');
  const hours = ms / 3_600_000;
  return (name === 'from' ? Math.floor(hours) : Math.ceil(hours)) * 3_600_000;
}

function badMoment(name: string, message: string): HubError {
  return new HubError('invalid_request', { errors: [{ path: `/query/${name}`, message }] });
}
