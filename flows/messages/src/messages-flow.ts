import { defineFlow, type Flow } from '@fairlead/core/flow-api';
import { channel } from '@fairlead/sdk';
import { messageAnswers } from './answer-questions.ts';
import { createChannelProgress } from './channel-progress.ts';
import { channelCollection, messageCollection } from './collections.ts';
import { messageEvents } from './events.ts';
import { createFloodWatch } from './flood-watch.ts';
import { createMessageStore } from './message-store.ts';
import { pollChannel } from './poll-channel.ts';
import { createPollJobs, pollJob } from './poll-jobs.ts';
import { receiveMessages } from './receive-messages.ts';
import { messagePermissions, messageRoutes } from './routes.ts';
import { lookAtOutgoing, outgoingEveryMs, outgoingJob } from './sending/look-at-outgoing.ts';
import { createOutgoingBox } from './sending/outgoing-box.ts';
import { outgoingEvents } from './sending/outgoing-events.ts';
import { outgoingCollection } from './sending/outgoing-message.ts';
import { outgoingRoutes } from './sending/outgoing-routes.ts';
import { defaultSettings, type MessagesSettings } from './settings.ts';

/**
 * On one node. Of 2,000 channels polled each minute 33 begin in a second, and publishers take their time: half a second
 * for most, half a minute for those that hang, which must not keep the others waiting.
 */
const pollsAtOnce = 64;

/**
 * Brings messages in: polls connections with the capability `channel`, takes those of webhooks, stores each revision of
 * each message once and tells of it once. What a message means is for other flows. Sends messages out as well: each once,
 * or not at all, or a person is told that nobody knows.
 */
export function createMessagesFlow(options: Partial<MessagesSettings> = {}): Flow {
  const settings = { ...defaultSettings, ...options };
  const declaration = {
    id: 'messages',
    collections: [messageCollection, channelCollection, outgoingCollection],
    permissions: messagePermissions,
    events: { ...messageEvents, ...outgoingEvents },
    topics: { messages: { permission: 'messages.read', types: ['message.*', 'channel.*'] } },
  };
  return defineFlow(declaration)((services) => {
    const messages = services.repository(messageCollection);
    const channels = services.repository(channelCollection);
    const { clock, connections, log } = services;
    const progress = createChannelProgress(channels);
    const store = createMessageStore({ repository: messages, clock, event: services.event });
    const floods = createFloodWatch({ services, channels, progress, store, limit: settings.floodLimit });
    const tools = { services, progress, store, floods, settings };
    const poll = (connectionId: string, signal: AbortSignal) => pollChannel(tools, connectionId, signal);
    const jobs = createPollJobs({ services, channels, progress, settings, poll });
    const outgoing = createOutgoingBox(services, services.repository(outgoingCollection));
    let stopListening = () => {};
    return {
      routes: [
        ...messageRoutes({ messages, channels, connections, clock, progress, jobs, settings, poll }),
        ...outgoingRoutes(outgoing),
      ],
      jobs: {
        [pollJob]: {
          handle: (payload, { signal }) => jobs.run(payload['connectionId'] as string, signal),
          maxAttempts: 3,
          timeoutMs: 300_000,
          concurrency: pollsAtOnce,
        },
        [outgoingJob]: {
          handle: (_payload, { signal }) => lookAtOutgoing(outgoing, signal),
          maxAttempts: 3,
          concurrency: 1,
        },
      },
      answers: messageAnswers(messages),
      inbox: { [channel.id]: (batch) => receiveMessages({ store, floods }, batch) },
      async start() {
        stopListening = connections.onChange((connectionId) => {
          jobs.arrange(connectionId).catch((error: unknown) => {
            log.error(`The polling of connection ${connectionId} could not be arranged.`, { error });
          });
        });
        await jobs.arrange();
        await services.jobs.repeat({ name: outgoingJob, key: 'all', payload: {}, everyMs: outgoingEveryMs });
      },
      async dispose() {
        stopListening();
      },
    };
  });
}
