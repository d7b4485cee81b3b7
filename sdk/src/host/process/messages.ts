import type { Operation } from '../../contract/operation.ts';
import type { WireError } from '../../errors/index.ts';
import type { StoredSettings } from '../../plugin/define-plugin.ts';
import type { Manifest } from '../../plugin/manifest.ts';

/**
 * What hub and plugin process say to each other: one JSON message a frame (`frames.ts`), on a pipe that both have as
 * file descriptor 3. The child program is the hub's own copy of the SDK, so both sides are always of one version; the
 * number is there so that a mistake in how a hub was put together is named at once.
 */
export const protocolVersion = 1;

/** The pipe, in the child. Standard output is the plugin's own: what it prints goes to its log. */
export const channelDescriptor = 3;

/** Exit code of a child that an error of the plugin ended which nobody caught. */
export const uncaughtExitCode = 70;

/** Items of a stream that may be under way unread, and after how many read ones the child may send as many more. */
export const streamCredit = { window: 64, topUp: 32 } as const;

/** Milliseconds between two samples of what a child uses. They are its heartbeat as well. */
export const beatIntervalMs = 1_000;

/** A capability as data: all that the other side needs of it. */
export interface CapabilityData {
  readonly id: string;
  readonly version: number;
  readonly probe: string;
  readonly operations: Readonly<Record<string, Operation>>;
}

/** The operations of these capabilities, in an order that both sides share: a call names one by its place. */
export function operationsOf(capabilities: readonly CapabilityData[]): readonly Operation[] {
  return capabilities.flatMap(({ operations }) => Object.values(operations));
}

/** Values are in wire form: bytes as base64. Secrets are their text, and are sent only where they belong. */
export type ToChild =
  | StartMessage
  | ServeMessage
  /** The connection stops: its signal is aborted. */
  | { readonly type: 'halt'; readonly connection: number }
  /** Answered by `result` when every implementation has been disposed of. */
  | { readonly type: 'dispose'; readonly id: number; readonly connection: number }
  /** Answered by `result` or `error`. */
  | ({ readonly type: 'call' } & CallMessage)
  /** Answered by items as there is credit, then `done` or `error`. */
  | ({ readonly type: 'open' } & CallMessage)
  /** The caller of a call or stream has given up. It is answered all the same. */
  | { readonly type: 'abort'; readonly id: number; readonly error: WireError }
  /** So many more items may be sent: as many have been read. */
  | { readonly type: 'credit'; readonly id: number; readonly items: number }
  /** Answered by `result` with `MovedSettings`, or `error`. */
  | {
      readonly type: 'migrate';
      readonly id: number;
      readonly settings: StoredSettings;
      readonly from: number;
      readonly to: number;
    }
  | TimeMessage
  /** To an `ask` of the child, by its id. */
  | { readonly type: 'answer'; readonly id: number; readonly value?: unknown }
  | { readonly type: 'refusal'; readonly id: number; readonly error: WireError }
  /** Dispose of everything, then end. */
  | { readonly type: 'stop' };

export interface StartMessage {
  readonly type: 'start';
  readonly protocol: number;
  /** Absolute path of the plugin's entry. */
  readonly entry: string;
  /** Absolute path of its package; left out of messages. */
  readonly location: string;
  readonly manifest: Manifest;
  readonly settingsSchema: object;
  /** Those that the manifest names, as this hub knows them. */
  readonly capabilities: readonly CapabilityData[];
}

export interface ServeMessage {
  readonly type: 'serve';
  readonly id: number;
  /** By which calls name it from now on. */
  readonly connection: number;
  readonly about: { readonly id: string; readonly name: string };
  readonly settings: unknown;
  readonly webhookUrl: string;
  readonly allowedPrivateHosts: readonly string[];
  /** Where the hub's clock is not the system's: what it reads. */
  readonly clock?: ClockReading | undefined;
}

/** Milliseconds, as `Clock` gives them. */
export interface ClockReading {
  readonly now: number;
  readonly monotonic: number;
}

export interface TimeMessage {
  readonly type: 'time';
  readonly connection: number;
  readonly clock: ClockReading;
  /** The timer that is due. */
  readonly fired?: number;
}

export interface CallMessage {
  /** Greater than that of every message before. */
  readonly id: number;
  readonly connection: number;
  /** Its place in {@link operationsOf}. */
  readonly operation: number;
  readonly input: unknown;
  readonly timeoutMs: number;
  readonly attempt: number;
  readonly idempotencyKey?: string | undefined;
}

/** The hub takes nothing of this on trust: a plugin can write on the pipe itself. */
export type FromChild =
  /** The plugin is loaded and fits its manifest. The first message, unless it is `unfit`. */
  | { readonly type: 'ready'; readonly protocol: number }
  | {
      readonly type: 'unfit';
      readonly problem: 'import_failed' | 'contract_broken';
      readonly faults: readonly string[];
    }
  | { readonly type: 'result'; readonly id: number; readonly value?: unknown }
  | { readonly type: 'error'; readonly id: number; readonly error: WireError }
  | { readonly type: 'item'; readonly id: number; readonly value: unknown }
  | { readonly type: 'done'; readonly id: number }
  /** Asks for a `time` message with its number after so many milliseconds, on a clock that the hub lends. */
  | { readonly type: 'timer'; readonly connection: number; readonly timer: number; readonly delayMs: number }
  | { readonly type: 'timer-off'; readonly connection: number; readonly timer: number }
  | BeatMessage
  | LogMessage
  | RefusedMessage
  | AskMessage;

export interface BeatMessage {
  readonly type: 'beat';
  readonly cpuMs: number;
  readonly rssBytes: number;
  readonly heapUsedBytes: number;
  readonly loopDelayMs: number;
}

export interface LogMessage {
  readonly type: 'log';
  readonly connection: number;
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** Attempts of the plugin to connect elsewhere than it may, since the last message about the same kind and host. */
export interface RefusedMessage extends Refusal {
  readonly type: 'refused';
  readonly attempts: number;
}

/** What was refused: a connection or datagram to a host, a question about a name, a socket that would listen. */
export const refusalKinds = ['tcp', 'udp', 'dns', 'listen'] as const;
export type RefusalKind = (typeof refusalKinds)[number];

export interface Refusal {
  readonly kind: RefusalKind;
  /** Name or address; for `listen` where, or the path of a local socket. At most 253 characters. */
  readonly host: string;
}

/** Something that a plugin's context has from the hub. Answered by `answer` or `refusal`. */
export interface AskMessage {
  readonly type: 'ask';
  /** Greater than that of every ask before. */
  readonly id: number;
  readonly connection: number;
  readonly question: Question;
}

export type Question =
  | { readonly about: 'state.get' | 'state.delete'; readonly key: string }
  | { readonly about: 'state.put'; readonly key: string; readonly value: unknown }
  /** Answered with its text, or nothing. */
  | { readonly about: 'secrets.get' | 'secrets.delete'; readonly name: string }
  | { readonly about: 'secrets.put'; readonly name: string; readonly value: string; readonly expiresAt?: string }
  | {
      readonly about: 'invoke';
      readonly connectionId: string;
      readonly capability: string;
      readonly operation: string;
      readonly input: unknown;
    };
