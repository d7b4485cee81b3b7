import {
  defineRoute,
  type FlowServices,
  HubError,
  listQuery,
  mapPage,
  pageOf,
  pageOptions,
  type Repository,
  type Route,
} from '@fairlead/core/flow-api';
import { channel } from '@fairlead/sdk';
import { Type } from 'typebox';
import type { ChannelProgress } from './channel-progress.ts';
import type { ChannelState, MessageIndex, StoredMessage } from './collections.ts';
import { messageView, showInList, showMessage } from './message-view.ts';
import type { PollResult } from './poll-channel.ts';
import type { PollJobs } from './poll-jobs.ts';
import { longestPollIntervalMs, type MessagesSettings, shortestPollIntervalMs } from './settings.ts';

export const messagePermissions = {
  'messages.read': 'Read messages of channels.',
  'messages.poll': 'Poll channels, and set how often they are polled.',
  'messages.send': 'Send messages through channels, and settle those of which nobody knows whether they were sent.',
} as const;

export interface RouteTools {
  readonly messages: Repository<StoredMessage, MessageIndex>;
  readonly channels: Repository<ChannelState>;
  readonly connections: FlowServices['connections'];
  readonly clock: FlowServices['clock'];
  readonly progress: ChannelProgress;
  readonly jobs: PollJobs;
  readonly settings: MessagesSettings;
  readonly poll: (connectionId: string, signal: AbortSignal) => Promise<PollResult>;
}

const byId = Type.Object({ id: Type.String({ maxLength: 64 }) });
const byConnection = Type.Object({ connectionId: Type.String({ maxLength: 64 }) });
const interval = Type.Integer({ minimum: shortestPollIntervalMs, maximum: longestPollIntervalMs });
const channelView = Type.Object({
  connection: Type.String(),
  seeded: Type.Boolean(),
  pollIntervalMs: Type.Integer(),
  failures: Type.Integer(),
  /** No poll by itself before; null when there is nothing to wait for. */
  waitsUntil: Type.Union([Type.String(), Type.Null()]),
});

export function messageRoutes(tools: RouteTools): readonly Route[] {
  return [...readRoutes(tools), ...channelRoutes(tools)];
}

function readRoutes({ messages }: RouteTools): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/messages',
      permission: 'messages.read',
      summary: 'Messages of all channels or of one: the newest first, or with `after` the oldest first.',
      query: listQuery({
        connection: Type.Optional(Type.String({ maxLength: 64 })),
        /** Id of a message: only those that were stored after it. */
        after: Type.Optional(Type.String({ maxLength: 64 })),
      }),
      responses: { 200: pageOf(messageView) },
      async handler({ query }) {
        const after = query.after === undefined ? undefined : await messages.get(query.after);
        if (query.after !== undefined && after === undefined) {
          throw new HubError('invalid_request', { errors: [{ path: '/query/after', message: 'is no message' }] });
        }
        const page = await messages.list({
          where: {
            ...(query.connection === undefined ? {} : { connectionId: query.connection }),
            ...(after === undefined ? {} : { position: { gt: after.state.position } }),
          },
          order: { field: 'position', direction: after === undefined ? 'descending' : 'ascending' },
          ...pageOptions(query),
        });
        return mapPage(page, showInList);
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/messages/{id}',
      permission: 'messages.read',
      summary: 'One revision of a message, with its whole text.',
      params: byId,
      responses: { 200: messageView },
      async handler({ params }) {
        const stored = await messages.get(params.id);
        if (stored === undefined) throw new HubError('not_found', { detail: 'There is no such message.' });
        return showMessage(stored);
      },
    }),
  ];
}

function channelRoutes({ channels, connections, clock, progress, jobs, settings, poll }: RouteTools): readonly Route[] {
  const demandPolling = async (connectionId: string): Promise<void> => {
    const connection = await connections.get(connectionId);
    if (connection === undefined) throw new HubError('not_found', { detail: 'There is no such connection.' });
    if (connection.operations[channel.id]?.includes(channel.fetch.name) !== true) {
      throw new HubError('conflict', { detail: 'The plugin of this connection cannot be polled.' });
    }
  };
  const show = (connection: string, state: ChannelState | undefined) => {
    const waitsUntil = Math.max(state?.vendorAllowsAt ?? 0, state?.retryAt ?? 0);
    return {
      connection,
      seeded: state?.seeded ?? false,
      pollIntervalMs: state?.pollIntervalMs ?? settings.pollIntervalMs,
      failures: state?.failures ?? 0,
      waitsUntil: waitsUntil > clock.now() ? new Date(waitsUntil).toISOString() : null,
    };
  };
  return [
    defineRoute({
      method: 'GET',
      path: '/api/channels/{connectionId}',
      permission: 'messages.read',
      summary: 'How a channel is polled.',
      params: byConnection,
      responses: { 200: channelView },
      async handler({ params: { connectionId } }) {
        await demandPolling(connectionId);
        return show(connectionId, (await channels.get(connectionId))?.state);
      },
    }),
    defineRoute({
      method: 'PUT',
      path: '/api/channels/{connectionId}',
      permission: 'messages.poll',
      summary: 'Sets how often a channel is polled; null for the usual interval.',
      params: byConnection,
      body: Type.Object({ pollIntervalMs: Type.Union([interval, Type.Null()]) }, { additionalProperties: false }),
      responses: { 200: channelView },
      audit: { action: 'channel.configure', target: ({ params }) => params.connectionId },
      async handler({ params: { connectionId }, body: { pollIntervalMs } }) {
        await demandPolling(connectionId);
        await progress.open(connectionId);
        const stored = await channels.update(connectionId, (state) => ({ state: { ...state, pollIntervalMs } }));
        await jobs.arrange(connectionId);
        return show(connectionId, stored?.state);
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/channels/{connectionId}/poll',
      permission: 'messages.poll',
      summary: 'Polls a channel now, and answers how many messages were new.',
      idempotent: 'none',
      params: byConnection,
      responses: { 200: Type.Object({ added: Type.Integer(), more: Type.Boolean() }) },
      audit: { action: 'channel.poll', target: ({ params }) => params.connectionId },
      async handler({ params: { connectionId }, signal }) {
        await demandPolling(connectionId);
        const waitMs = ((await channels.get(connectionId))?.state.vendorAllowsAt ?? 0) - clock.now();
        if (waitMs > 0) {
          const detail = 'The vendor has asked for a pause.';
          throw new HubError('too_many_requests', { detail, retryAfterMs: waitMs });
        }
        return poll(connectionId, signal);
      },
    }),
  ];
}
