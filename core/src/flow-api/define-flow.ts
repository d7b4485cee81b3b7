import type { EventDeclarations } from '../events/index.ts';
import type { AnyCollection, JsonObject } from '../storage/index.ts';
import type { BoundAnswer } from './question.ts';
import type { Route } from './route.ts';
import type { FlowServices } from './services.ts';

/** An event that was published. Delivered at least once, in order per subject. */
export interface FlowEvent {
  readonly id: string;
  readonly type: string;
  readonly subject?: string;
  readonly time: string;
  readonly sequence: number;
  readonly data: JsonObject;
}

/** Verified webhook events of one connection, in the order of their arrival. */
export interface InboxBatch {
  readonly connectionId: string;
  readonly events: readonly {
    /** Of the inbox; the same event dispatched again has the same id. */
    readonly inboxId: string;
    readonly receivedAt: string;
    /** As the capability's `receive` declares one event, decoded. */
    readonly event: unknown;
  }[];
}

export interface FlowJob {
  /**
   * At least once: a handler that was interrupted runs again, possibly while the first still waits for an answer. Write
   * through `commit`, whose version refuses the slower one.
   */
  handle(payload: JsonObject, run: { readonly signal: AbortSignal; readonly attempt: number }): Promise<void>;
  /** Attempts before the job becomes a dead letter. Default 10, with exponential backoff. */
  readonly maxAttempts?: number;
  /** Milliseconds a run may last before it counts as hung. Default 60,000. */
  readonly timeoutMs?: number;
  /** Runs at once on this node. Default 4. */
  readonly concurrency?: number;
}

export interface FlowSubscription {
  /** Given an event again until it resolves; after eight failures the event becomes a dead letter. */
  readonly handle: (event: FlowEvent) => Promise<void>;
  /** Events begun, in their order, before earlier ones have ended: 1 to 100. Default 1. */
  readonly concurrency?: number;
}

/** What a flow does, once it has its services. */
export interface FlowBody {
  readonly routes?: readonly Route[];
  /** By name; full names are `<flow>.<name>`. */
  readonly jobs?: Readonly<Record<string, FlowJob>>;
  /** By event type, which may end in `*`. */
  readonly subscriptions?: Readonly<Record<string, FlowSubscription>>;
  /** By capability: takes the events of its webhooks. A rejected batch is tried again, and dead-lettered in the end. */
  readonly inbox?: Readonly<Record<string, (batch: InboxBatch) => Promise<void>>>;
  /** What it answers other flows, each made by `answers(question, …)`. */
  readonly answers?: readonly BoundAnswer[];
  /** Called once everything is registered and before the hub is ready. Must not wait for the network. */
  readonly start?: () => Promise<void>;
  /** Called when the hub stops, after jobs and subscriptions have ended. */
  readonly dispose?: () => Promise<void>;
}

export interface FlowDeclaration {
  /** One lower-case word; the flow's collections begin with `<id>_`. */
  readonly id: string;
  readonly collections: readonly AnyCollection[];
  /** By name (`messages.read`), with what it allows, for the admin. */
  readonly permissions: Readonly<Record<string, string>>;
  /** By type, each made by `declareEvent`. A topic of the flow carries each of them. */
  readonly events: EventDeclarations;
  /** Ids of the flows that it asks. The hub refuses circles, and questions to flows that are not named here. */
  readonly asks?: readonly string[];
  /** What clients of the websocket and the event stream may follow by name, with the permission it takes. */
  readonly topics?: Readonly<Record<string, { readonly permission: string; readonly types: readonly string[] }>>;
}

export interface Flow extends FlowDeclaration {
  make(services: FlowServices): FlowBody;
}

const idPattern = /^[a-z]{2,32}$/;
const eventPattern = /^[a-z]+(_[a-z]+)*(\.[a-z]+(_[a-z]+)*)+$/;

/**
 * Declares a flow: business logic that uses capabilities. Curried, so that what is declared stands before what it does.
 *
 * @example
 * export const messages = defineFlow({ id: 'messages', collections, permissions, events })((services) => ({ routes, jobs }));
 * @throws TypeError for an id, a collection, a permission or an event whose name is not of the flow
 */
export function defineFlow(declaration: FlowDeclaration): (make: (services: FlowServices) => FlowBody) => Flow {
  const { id } = declaration;
  if (!idPattern.test(id)) throw new TypeError(`“${id}” is not a flow's id: lower-case letters only.`);
  for (const { name } of declaration.collections) {
    if (!name.startsWith(`${id}_`))
      throw new TypeError(`The collection “${name}” of flow “${id}” must begin with “${id}_”.`);
  }
  for (const type of Object.keys(declaration.events)) {
    if (!eventPattern.test(type))
      throw new TypeError(`“${type}” is not an event's type: dotted, lower case, in the past tense.`);
  }
  for (const name of Object.keys(declaration.permissions)) {
    if (!/^[a-z]+\.[a-z_]+$/.test(name))
      throw new TypeError(`“${name}” is not a permission's name, like “messages.read”.`);
  }
  for (const [name, { permission }] of Object.entries(declaration.topics ?? {})) {
    if (!(permission in declaration.permissions)) {
      throw new TypeError(`The topic “${name}” of flow “${id}” needs a permission that the flow declares.`);
    }
  }
  return (make) => Object.freeze({ ...declaration, make });
}
