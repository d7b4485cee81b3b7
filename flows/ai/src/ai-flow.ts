import {
  answers,
  defineFlow,
  defineRoute,
  type Flow,
  type FlowServices,
  HubError,
  type Route,
} from '@fairlead/core/flow-api';
import { aiProvider, newId } from '@fairlead/sdk';
import { Type } from 'typebox';
import { createAsk } from './ask.ts';
import { createAnswerCache } from './cache/answer-cache.ts';
import { createAnswerChecks } from './answers/check-answer.ts';
import { createFailureTold } from './usage/failure-told.ts';
import { testConfiguration } from './complete/test-configuration.ts';
import { configurationCollection, type KnownConfiguration, orderCollection } from './configurations/configuration.ts';
import { type Configurations, createConfigurations } from './configurations/configurations.ts';
import { createRegistry } from './configurations/registry.ts';
import { completeQuestion, parseMessageQuestion } from './contract.ts';
import { aiEvents } from './events.ts';
import { tidy, tidyEveryMs, tidyJob } from './janitor.ts';
import { aiPermissions } from './permissions.ts';
import { parseMessage } from './purposes/parse-message.ts';
import { completeRoutes } from './routes/complete-routes.ts';
import { byId, configurationRoutes } from './routes/configuration-routes.ts';
import { usageRoutes } from './routes/usage-routes.ts';
import { type AiSettings, defaultSettings } from './settings.ts';
import { createConnectionGate } from './standing/connection-gate.ts';
import { standingCollection } from './standing/standing-state.ts';
import { createStandings } from './standing/standings.ts';
import type { AiTools } from './tools.ts';
import { createBudgets } from './usage/budgets.ts';
import { createJournal, journalCollection } from './usage/journal.ts';
import { createRecorder } from './usage/recorder.ts';
import { usageCollection } from './usage/sums.ts';

/**
 * Asks language models: which one, in what order, for how much money, and what to do when one fails. What a model says
 * is data for whoever asked; nothing here acts on it.
 */
export function createAiFlow(options: Partial<AiSettings> = {}): Flow {
  const settings = { ...defaultSettings, ...options };
  const declaration = {
    id: 'ai',
    collections: [configurationCollection, orderCollection, standingCollection, usageCollection, journalCollection],
    permissions: aiPermissions,
    events: aiEvents,
    topics: { ai: { permission: 'ai.read', types: ['ai.*'] } },
  };
  return defineFlow(declaration)((services) => {
    const { clock, connections, jobs } = services;
    const parts = createParts(services, settings);
    const { tools, configurations, ask } = parts;
    const usage = services.repository(usageCollection);
    const journal = services.repository(journalCollection);
    const ends: (() => void)[] = [];
    return {
      routes: [
        ...configurationRoutes({
          configurations,
          checkConnection: (id) => checkConnection(services, id),
          rest: (id) => tools.standings.rest(id),
          isUsedUp: (known) => tools.budgets.isUsedUp(known.id, known.budgetUsdPerDay),
        }),
        testRoute(tools, configurations),
        ...completeRoutes({ tools, ask }),
        ...usageRoutes({ usage, journal, configurations, clock }),
      ],
      answers: [
        answers(completeQuestion, (question, { signal, timeoutMs }) => ask(question, { signal, timeoutMs })),
        answers(parseMessageQuestion, (question, { signal, timeoutMs }) =>
          parseMessage(ask, question, { signal, timeoutMs }),
        ),
      ],
      jobs: {
        [tidyJob]: {
          async handle(_payload, { signal }) {
            await tools.registry.reload();
            for (const known of tools.registry.all()) {
              if (!tools.budgets.isUsedUp(known.id, known.budgetUsdPerDay)) tools.standings.budgetIsBack(known.id);
            }
            await tidy({ usage, journal, clock }, signal);
          },
          timeoutMs: 600_000,
          concurrency: 1,
        },
      },
      async start() {
        ends.push(connections.onChange(parts.connectionChanged));
        await jobs.repeat({ name: tidyJob, key: 'tidy', payload: {}, everyMs: tidyEveryMs });
        await tools.registry.reload();
      },
      async dispose() {
        for (const end of ends.splice(0)) end();
        await tools.recorder.dispose();
        await tools.standings.settled();
      },
    };
  });
}

function createParts(services: FlowServices, settings: AiSettings) {
  const { clock, log } = services;
  // One that ended before and this one are two: what they counted is added up.
  const process = newId(clock.now());
  const repository = services.repository(usageCollection);
  const configurations = createConfigurations(services, async () => {
    const before = new Map(registry.all().map((known) => [known.id, settingsOf(known)]));
    await registry.reload();
    for (const [id, settings] of before) {
      const known = registry.find(id);
      if (known !== undefined && settingsOf(known) === settings) continue;
      // What was changed may be what was wrong; of what was removed nobody need know any more.
      standings.forget(id);
      if (known === undefined || !budgets.isUsedUp(id, known.budgetUsdPerDay)) standings.budgetIsBack(id);
    }
  });
  const budgets = createBudgets({ repository, clock, process });
  const standings = createStandings({ services, find: (id) => registry.find(id) });
  const registry = createRegistry({
    clock,
    log,
    refreshEveryMs: settings.refreshEveryMs,
    list: () => configurations.list(),
    async loaded(known) {
      await standings.load();
      await budgets.refresh(known.filter(({ budgetUsdPerDay }) => budgetUsdPerDay !== null).map(({ id }) => id));
    },
  });
  const gate = createConnectionGate(services.connections, clock);
  const tools: AiTools = {
    services,
    registry,
    standings,
    gate,
    budgets,
    checks: createAnswerChecks(),
    failureTold: createFailureTold(services),
    recorder: createRecorder({
      repository,
      journal: createJournal(services.repository(journalCollection), process),
      clock,
      log,
      process,
    }),
  };
  return {
    tools,
    configurations,
    ask: createAsk(tools, createAnswerCache(clock, settings.cacheBytes)),
    connectionChanged(connection: string) {
      gate.forget(connection);
      for (const { id, connection: own } of registry.all()) if (own === connection) standings.forget(id);
    },
  };
}

/** Without its place: who is asked before it changes nothing of it. */
function settingsOf({ priority: _place, ...settings }: KnownConfiguration): string {
  return JSON.stringify(settings);
}

async function checkConnection({ connections }: Pick<FlowServices, 'connections'>, id: string): Promise<void> {
  const connection = await connections.get(id);
  const { capability, name } = aiProvider.complete;
  if (connection?.operations[capability]?.includes(name) === true) return;
  const message = connection === undefined ? 'is not a connection' : 'is not a connection of an AI provider';
  throw new HubError('invalid_request', { errors: [{ path: '/connection', message }] });
}

function testRoute(tools: AiTools, configurations: Configurations): Route {
  return defineRoute({
    method: 'POST',
    path: '/api/ai/configurations/{id}/test',
    permission: 'ai.configure',
    summary: 'Asks one AI configuration for a word, whatever its budget and rest. An answer ends its rest.',
    idempotent: 'none',
    params: byId,
    responses: {
      200: Type.Object({
        ok: Type.Boolean(),
        durationMs: Type.Integer(),
        model: Type.Optional(Type.String()),
        text: Type.Optional(Type.String()),
        code: Type.Optional(Type.String()),
        detail: Type.Optional(Type.String()),
      }),
    },
    audit: { action: 'ai-configuration.test', details: (_request, answer) => ({ ok: String(answer?.ok ?? false) }) },
    handler: async ({ params: { id }, signal }) =>
      testConfiguration(tools, (await configurations.get(id)).known, signal),
  });
}
