import { defineCollection, type JsonObject, type Stored, type StoredEvent } from '../storage/index.ts';

/** `cancelled`: its endpoint was deleted, or stayed disabled for too long. */
export const deliveryStatuses = ['pending', 'succeeded', 'failed', 'cancelled'] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** One request and what came of it. */
export interface DeliveryAttempt {
  readonly at: string;
  readonly durationMs: number;
  /** Of the answer; null when there was none. */
  readonly status: number | null;
  /** The first bytes of the answer, as text. */
  readonly reply: string;
  /** Why it does not count as delivered; null when it does. */
  readonly error: string | null;
}

/** One event on its way to one endpoint. */
export interface DeliveryState {
  readonly endpointId: string;
  /** `webhook-id`: the event's id, the same at every attempt. */
  readonly webhookId: string;
  readonly type: string;
  /** Place of the event in the log. */
  readonly sequence: number;
  /** When the event was; ISO 8601. */
  readonly at: string;
  /** What is signed and sent, to the byte. */
  readonly body: string;
  readonly status: DeliveryStatus;
  /** Milliseconds since 1970; null unless pending. */
  readonly dueAt: number | null;
  /** Attempts since it was made or last sent again by hand. */
  readonly tries: number;
  /** All there ever were, though only the latest are kept in `attempts`. */
  readonly attemptCount: number;
  readonly attempts: readonly DeliveryAttempt[];
  /** When it came to an end; ISO 8601. */
  readonly settledAt: string | null;
}

export type Delivery = Stored<DeliveryState>;

const index = {
  /** The endpoint while it is pending: what is to be sent is found by it. */
  queue: 'string?',
  endpointId: 'string',
  type: 'string',
  status: 'string',
  sequence: 'number',
  dueAt: 'number?',
  at: 'string',
  settledAt: 'string?',
} as const;

export type DeliveryIndex = typeof index;

export const webhookDeliveries = defineCollection({
  name: 'webhook_deliveries',
  index,
  compound: [
    ['queue', 'dueAt'],
    ['queue', 'sequence'],
    ['endpointId', 'at'],
    ['endpointId', 'status', 'at'],
  ],
  project: (state: DeliveryState) => ({
    queue: state.status === 'pending' ? state.endpointId : null,
    endpointId: state.endpointId,
    type: state.type,
    status: state.status,
    sequence: state.sequence,
    dueAt: state.dueAt,
    at: state.at,
    settledAt: state.settledAt,
  }),
});

/** The same event to the same endpoint has one id, so that it is made once however often it is tried. */
export const deliveryIdOf = (endpointId: string, eventId: string): string => `${eventId}~${endpointId}`;

export function newDelivery(endpointId: string, event: StoredEvent, body: JsonObject, now: number): DeliveryState {
  return {
    endpointId,
    webhookId: event.id,
    type: event.type,
    sequence: event.sequence,
    at: event.time,
    body: JSON.stringify(body),
    status: 'pending',
    dueAt: now,
    tries: 0,
    attemptCount: 0,
    attempts: [],
    settledAt: null,
  };
}
