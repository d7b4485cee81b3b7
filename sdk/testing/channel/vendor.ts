import type { Clock } from '../../src/values/clock.ts';
import type { WebhookRequest } from '../../src/webhook/contract.ts';
import type { Counterparty } from '../counterparty.ts';
import type { RecordedRequest, Reply, RequestMatch } from '../counterparty-script.ts';
import type { StartedPlugin } from '../start-plugin.ts';

/** Operations that call the vendor. */
export type ChannelVendorOperation = 'fetch' | 'send' | 'testCredentials';

/** A message that the suite made up; the adapter puts it into the vendor's form. */
export interface VendorMessage {
  /** Names the message for the adapter: an edit has the key of the message it changes. */
  readonly key: string;
  /** What the plugin has to give as the message's text, letter for letter. No two messages of a check have the same. */
  readonly text: string;
  /** When it was said, milliseconds since 1970 UTC; later messages have later times. */
  readonly atMs: number;
}

/**
 * The vendor during one check, with a state of its own: `open` makes it anew each time. It scripts the counterparty so
 * that it answers from that state.
 */
export interface ChannelVendorState {
  /** The vendor has one more message. */
  publish(message: VendorMessage): void;
  /** The message with this key now reads so. Absent where the plugin cannot learn of edits. */
  edit?(message: VendorMessage): void;
  /** The message with this key is taken back. Absent where the plugin cannot learn of that. */
  delete?(message: VendorMessage): void;
}

/** How a webhook is to be signed. */
export interface ChannelSigning {
  /** By the first or the second secret, or by somebody else. */
  readonly signer: 'first' | 'second' | 'stranger';
  /** When it is said to be signed, milliseconds since 1970 UTC. */
  readonly atMs: number;
  /** Sign these bytes instead of the message's own. */
  readonly rawBody?: Uint8Array;
}

/** How the vendor sends webhooks. */
export interface ChannelWebhooks {
  /** What has to come before the vendor sends anything: a subscription with its handshake. Throw when it fails. */
  prepare?(plugin: StartedPlugin, counterparty: Counterparty): Promise<void>;
  /** A webhook that tells of one new message. The same arguments give the same bytes. */
  request(message: VendorMessage, signing: ChannelSigning, plugin: StartedPlugin): WebhookRequest;
  /** In lower case. Without any one of them a request is not believed. */
  readonly signatureHeaders: readonly string[];
  /** False where the header is a fixed secret, which does not depend on the body. Default true. */
  readonly signsBody?: boolean;
  /** How old a signature may be, in milliseconds; absent where the vendor signs no time. */
  readonly toleranceMs?: number;
  /** Whether the settings hold a list of secrets of which the second is accepted as well. */
  readonly rotates?: boolean;
}

/** How the vendor takes messages. */
export interface ChannelSending {
  /** Where the suite sends to. */
  readonly chatId: string;
  /** The vendor takes the next message and gives it this id. */
  accepts(counterparty: Counterparty, id: string): void;
  /** What the plugin has to answer for that id, where it makes one of its own of it. Default: the id. */
  sentId?(id: string): string;
  /** The vendor refuses the next message for a reason of its own. Absent where it never does. */
  refuses?(counterparty: Counterparty): void;
  /** The text in a request that sends. */
  textOf(request: RecordedRequest): string;
}

/** How the vendor says what is usually said by a bare status. Each gives the whole reply. */
export interface ChannelFailures {
  /** Default: 429 with `Retry-After`. */
  rateLimited?(retryAfterSeconds: number): Reply;
  /** Default: 401. */
  unauthorized?(): Reply;
  /** Default: 403. */
  forbidden?(): Reply;
  /** Default: 500 with a page of HTML. */
  serverError?(): Reply;
  /** Default: 200 with text that is in no format. */
  garbage?(): Reply;
}

/**
 * What the suite has to know of a vendor to play it. Give the members that belong to the operations of the manifest:
 * `open` and `requests.fetch` with `fetch`, `webhooks` with `receive`, `sending` and `requests.send` with `send`.
 */
export interface ChannelVendor {
  /**
   * Settings that make the plugin call the counterparty, secrets as text. Make secrets long: the suite searches logs,
   * errors and state for them.
   */
  settings(counterparty: Counterparty): Readonly<Record<string, unknown>>;
  /** Starts the vendor's state for one check, without messages, and scripts what `testCredentials` asks. */
  open(counterparty: Counterparty, clock: Clock): ChannelVendorState;
  /**
   * For each operation of the manifest that calls the vendor, the request that carries it out. Only `testCredentials`
   * may be left out: where there is nobody to ask.
   */
  readonly requests: { readonly [Operation in ChannelVendorOperation]?: RequestMatch };
  /** For `receive`. */
  readonly webhooks?: ChannelWebhooks;
  /** For `send`. */
  readonly sending?: ChannelSending;
  /** Where the defaults do not fit. */
  readonly failures?: ChannelFailures;
}
