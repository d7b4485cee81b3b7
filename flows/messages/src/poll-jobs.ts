import type { FlowServices, Repository } from '@fairlead/core/flow-api';
import { channel, type FairleadError, isFairleadError } from '@fairlead/sdk';
import type { ChannelProgress } from './channel-progress.ts';
import type { ChannelState } from './collections.ts';
import type { PollResult } from './poll-channel.ts';
import type { MessagesSettings } from './settings.ts';

/** Decides when connections are polled: one repeating job for each that is active and can be polled. */
export interface PollJobs {
  /** Brings the job of one connection in line with it; of all without an id. Repeating it is harmless. */
  arrange(connectionId?: string): Promise<void>;
  /** What the job does. Failures of the vendor or the plugin are waited out; others are thrown. */
  run(connectionId: string, signal: AbortSignal): Promise<void>;
}

export interface PollJobsOptions {
  readonly services: Pick<FlowServices, 'connections' | 'jobs' | 'clock' | 'log'>;
  readonly channels: Repository<ChannelState>;
  readonly progress: ChannelProgress;
  readonly settings: MessagesSettings;
  readonly poll: (connectionId: string, signal: AbortSignal) => Promise<PollResult>;
}

export const pollJob = 'poll';
const longestPauseMs = 900_000;
const arrangedAtOnce = 100;

export function createPollJobs({ services, channels, progress, settings, poll }: PollJobsOptions): PollJobs {
  const { connections, jobs, clock, log } = services;
  const arrangeOne = async (connectionId: string): Promise<void> => {
    const connection = await connections.get(connectionId);
    const canPoll = connection?.operations[channel.id]?.includes(channel.fetch.name) === true;
    if (!canPoll || connection.status !== 'active') return jobs.cancel(pollJob, connectionId);
    const state = (await channels.get(connectionId))?.state;
    const everyMs = state?.pollIntervalMs ?? settings.pollIntervalMs;
    const jitterMs = Math.round(everyMs / 10);
    await jobs.repeat({ name: pollJob, key: connectionId, payload: { connectionId }, everyMs, jitterMs });
  };
  const failed = async (connectionId: string, error: FairleadError): Promise<void> => {
    if (error.class === 'cancelled') return;
    const channelNow = await progress.open(connectionId);
    const everyMs = channelNow.state.pollIntervalMs ?? settings.pollIntervalMs;
    const failures = channelNow.state.failures + 1;
    const pauseMs = Math.min(everyMs * 2 ** Math.min(failures - 1, 20), Math.max(longestPauseMs, everyMs));
    const now = clock.now();
    // A moment early, or the repetition at that very time would still find it too soon.
    const retryAt = now + pauseMs - Math.round(everyMs / 10);
    const vendorAllowsAt = error.retryAfterMs === undefined ? 0 : now + error.retryAfterMs;
    await channels.update(connectionId, (state) => ({ state: { ...state, failures, retryAt, vendorAllowsAt } }));
    log.info(`Connection ${connectionId} could not be polled: ${error.message}`, { code: error.code, failures });
  };
  return {
    async arrange(connectionId) {
      if (connectionId !== undefined) return arrangeOne(connectionId);
      const all = await connections.offering(channel.fetch);
      // Some at once, so that their writes share flushes: a hub with thousands of channels is not kept from starting.
      for (let start = 0; start < all.length; start += arrangedAtOnce) {
        await Promise.all(all.slice(start, start + arrangedAtOnce).map(({ id }) => arrangeOne(id)));
      }
    },
    async run(connectionId, signal) {
      const state = (await channels.get(connectionId))?.state;
      if (state !== undefined && Math.max(state.vendorAllowsAt, state.retryAt) > clock.now()) return;
      try {
        await poll(connectionId, signal);
      } catch (error) {
        if (!isFairleadError(error)) throw error;
        await failed(connectionId, error);
      }
    },
  };
}
