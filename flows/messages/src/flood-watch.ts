import type { FlowServices, Repository } from '@fairlead/core/flow-api';
import type { ChannelMessage } from '@fairlead/sdk';
import type { ChannelProgress } from './channel-progress.ts';
import type { ChannelState } from './collections.ts';
import type { MessageStore } from './message-store.ts';

/** Notices that more messages came at once than is usual, and tells of it once. */
export interface FloodWatch {
  /**
   * Whether these messages, still to be stored, belong to a flood. The first yes is committed with `channel.flooded`
   * before it is given, so that a crash while they are stored does not make less of it.
   * @param from what names this page again after a crash: of its cursor, or of the first item of the inbox
   * @param before how many new messages the same run has stored already
   */
  isFlooded(connectionId: string, messages: readonly ChannelMessage[], from: string, before: number): Promise<boolean>;
}

export interface FloodWatchOptions {
  readonly services: Pick<FlowServices, 'incidents' | 'event'>;
  readonly channels: Repository<ChannelState>;
  readonly progress: ChannelProgress;
  readonly store: MessageStore;
  readonly limit: number;
}

export function createFloodWatch({ services, channels, progress, store, limit }: FloodWatchOptions): FloodWatch {
  return {
    async isFlooded(connectionId, messages, from, before) {
      if (messages.length === 0) return false;
      const known = (await channels.get(connectionId))?.state.floodFrom;
      if (known === from) return true;
      if (before + messages.length <= limit) return false;
      const count = before + (await store.countNew(connectionId, messages));
      if (count <= limit) return false;
      await progress.open(connectionId);
      const event = services.event('channel.flooded', connectionId, { connectionId, count, limit });
      await channels.update(connectionId, (state) =>
        state.floodFrom === from ? undefined : { state: { ...state, floodFrom: from }, events: [event] },
      );
      await services.incidents.raise({
        subject: { kind: 'connection', id: connectionId },
        code: 'channel_flooded',
        severity: 'warning',
        title: 'Many messages came at once',
        detail: `${count} new messages came at once; more than ${limit} are marked, so that nothing acts on them unseen.`,
      });
      return true;
    },
  };
}
