import { defineFlow, type Flow } from '@fairlead/core/flow-api';
import { signalAnswers } from './answer-questions.ts';
import { signalEvents } from './events.ts';
import { parserCollection } from './model/parser.ts';
import { readingCollection } from './model/reading.ts';
import { replayCollection, replayItemCollection } from './model/replay.ts';
import { signalCollection } from './model/signal.ts';
import { updateCollection } from './model/update.ts';
import { createParser } from './parse/index.ts';
import { createParsers } from './parsers/parsers.ts';
import { signalPermissions } from './permissions.ts';
import { replayJob, type ReplayTools, runReplay } from './replay/run-replay.ts';
import { sweep, sweepEveryMs, sweepJob } from './review/sweep.ts';
import { parserRoutes } from './routes/parser-routes.ts';
import { readingRoute } from './routes/reading-route.ts';
import { replayRoutes } from './routes/replay-routes.ts';
import { signalRoutes } from './routes/signal-routes.ts';
import { templateRoute } from './routes/template-route.ts';
import { tryRoute } from './routes/try-route.ts';
import { updateRoutes } from './routes/update-routes.ts';
import type { SignalsSettings } from './settings.ts';
import { aiAttempts, readWithAi } from './take/read-with-ai.ts';
import { aiJob, takeMessage } from './take/take-message.ts';
import { messagesAtOnce } from './take/gather-facts.ts';
import { createTurns } from './turns.ts';

const defaultSettings: SignalsSettings = { quoteOf: async () => undefined, makeParser: createParser };

/**
 * Makes signals of messages, and keeps them: reads each message by its channel's rules, checks what was read, publishes
 * what a channel's policy allows and gives the rest to people, and follows edits, deletions and updates.
 */
export function createSignalsFlow(options: Partial<SignalsSettings> = {}): Flow {
  const settings = { ...defaultSettings, ...options };
  const declaration = {
    id: 'signals',
    collections: [
      parserCollection,
      readingCollection,
      signalCollection,
      updateCollection,
      replayCollection,
      replayItemCollection,
    ],
    permissions: signalPermissions,
    events: signalEvents,
    asks: ['messages', 'ai'],
    topics: {
      signals: { permission: 'signals.read', types: ['signal.*', 'update.*'] },
      parsers: { permission: 'parsers.read', types: ['parser.*'] },
    },
  };
  return defineFlow(declaration)((services) => {
    const tools: ReplayTools = {
      services,
      readings: services.repository(readingCollection),
      signals: services.repository(signalCollection),
      updates: services.repository(updateCollection),
      replays: services.repository(replayCollection),
      replayItems: services.repository(replayItemCollection),
      parsers: createParsers(services, settings.makeParser),
      intake: createTurns(),
      turns: createTurns(),
      earlier: async () => {},
      quoteOf: settings.quoteOf,
    };
    return {
      routes: [
        ...updateRoutes(tools),
        ...signalRoutes(tools),
        readingRoute(tools),
        tryRoute(tools),
        templateRoute(tools),
        ...replayRoutes(tools),
        ...parserRoutes(tools),
      ],
      subscriptions: {
        'message.created': { handle: (event) => takeMessage(tools, event), concurrency: messagesAtOnce },
        'message.edited': { handle: (event) => takeMessage(tools, event) },
        'message.deleted': { handle: (event) => takeMessage(tools, event) },
      },
      jobs: {
        [aiJob]: {
          handle: ({ reading, revision }, { signal, attempt }) =>
            readWithAi(tools, { reading: reading as string, revision: revision as string, signal, attempt }),
          maxAttempts: aiAttempts,
          timeoutMs: 90_000,
          concurrency: 8,
        },
        [sweepJob]: { handle: (_payload, { signal }) => sweep(tools, signal), maxAttempts: 3, concurrency: 1 },
        [replayJob]: {
          handle: ({ id }, { signal }) => runReplay(tools, id as string, signal),
          maxAttempts: 10,
          timeoutMs: 600_000,
          concurrency: 1,
        },
      },
      answers: signalAnswers(tools),
      async start() {
        await services.jobs.repeat({ name: sweepJob, key: 'all', payload: {}, everyMs: sweepEveryMs });
      },
    };
  });
}
