import type { FlowServices, Repository } from '@fairlead/core/flow-api';
import type { OutgoingIndex, OutgoingMessage } from './outgoing-message.ts';
import { outgoingEventOf } from './outgoing-events.ts';

/** No call that sends lasts longer, its wait for a free place included. */
export const longestSendMs = 60_000;
/** What is `sending` for so long was broken off: the call has ended by then, and its outcome would be stored. */
export const lostAfterMs = longestSendMs + 60_000;

const unknownCode = 'message_send_unknown';

/** What goes out, and what a person is told of it. */
export interface OutgoingBox {
  readonly services: Pick<FlowServices, 'guard' | 'connections' | 'incidents' | 'clock' | 'log'>;
  readonly repository: Repository<OutgoingMessage, OutgoingIndex>;
  /** Commits a new one. @throws StorageError `duplicate_key` with `field` `requestKey` */
  create(id: string, message: OutgoingMessage): Promise<void>;
  /** Changes one; a new status is committed with the event that tells of it. @returns undefined when there is none */
  change(
    id: string,
    change: (message: OutgoingMessage) => OutgoingMessage | undefined,
  ): Promise<OutgoingMessage | undefined>;
  /** Brings its incident in line with its status, and takes it off the list of those to be looked at. Repeating it is harmless. */
  tell(id: string): Promise<void>;
}

export function createOutgoingBox(
  services: OutgoingBox['services'] & Pick<FlowServices, 'event'>,
  repository: OutgoingBox['repository'],
): OutgoingBox {
  const { incidents } = services;
  const change: OutgoingBox['change'] = async (id, work) => {
    const stored = await repository.update(id, (before) => {
      const state = work(before);
      if (state === undefined) return undefined;
      const told = state.status === before.status ? undefined : outgoingEventOf(id, state);
      return { state, events: told === undefined ? [] : [services.event(told.type, id, told.data)] };
    });
    return stored?.state;
  };
  return {
    services,
    repository,
    create: async (id, message) => void (await repository.commit({ id, state: message }, 0)),
    change,
    async tell(id) {
      const subject = { kind: 'outgoing-message', id };
      let told: OutgoingMessage | undefined;
      let current = (await repository.get(id))?.state;
      // Somebody may settle it while a person is being told that nobody knows.
      while (current !== undefined && current.status !== told?.status) {
        told = current;
        if (told.status === 'unknown') await incidents.raise({ subject, ...incidentOf(told) });
        else await incidents.resolve(subject, unknownCode);
        const { status } = told;
        current = await change(id, (state) =>
          state.status === status && state.dueAt !== null ? { ...state, dueAt: null } : undefined,
        );
      }
    },
  };
}

function incidentOf({ connectionId, chatId, problem }: OutgoingMessage) {
  return {
    code: unknownCode,
    severity: 'error',
    title: 'A message may have been sent or not',
    detail:
      `To ${chatId} through connection ${connectionId}: ${problem?.text ?? ''} It is not sent again. Look into the chat,` +
      ' then settle it as sent or failed.',
  } as const;
}
