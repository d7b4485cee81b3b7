import type { Clock } from '../../src/values/clock.ts';
import type { Counterparty } from '../counterparty.ts';
import type { RecordedRequest, Reply, RequestMatch } from '../counterparty-script.ts';

/** Operations that call the vendor: all of them. */
export type AiVendorOperation = 'complete' | 'stream' | 'listModels' | 'testCredentials';

/** An answer that the suite made up; the adapter puts it into the vendor's form. */
export interface VendorCompletion {
  /** The text as it is streamed; in one piece they are put together. */
  readonly pieces: readonly string[];
  /** `filtered`: cut by the vendor's own rules. */
  readonly finish: 'stop' | 'length' | 'filtered';
  /** The model that answered. */
  readonly model: string;
  /** Absent: the vendor does not say. */
  readonly usage?: {
    readonly promptTokens: number;
    readonly completionTokens: number;
    /** A decimal text, which the adapter writes as the vendor does, digit by digit. */
    readonly costUsd?: string;
  };
}

/** What a request asked for, in the words of the contract. */
export interface VendorAsked {
  /** The model’s name. */
  readonly model: unknown;
  /** What the model reads, in order; the plugin may have added turns of its own. */
  readonly turns: readonly { readonly role: unknown; readonly content: unknown }[];
  /** Absent: left to the vendor. */
  readonly temperature?: unknown;
  /** Absent: left to the vendor. */
  readonly maxTokens?: unknown;
  /** The schema that the vendor is asked to enforce, or that the model was told. */
  readonly schema?: unknown;
}

/** How the vendor says what goes wrong. Each gives the whole reply. */
export interface AiProviderFailures {
  /** A failure with a status of its own, 400 and above. Default: the status with an empty body, and `Retry-After`. */
  status?(status: number, retryAfterSeconds?: number): Reply;
  /** A failure inside an answer of status 200: the model was already at work. */
  inside(status: number): Reply;
  /** An answer of status 200 in which nothing was chosen. */
  noChoice(): Reply;
}

/** How the vendor streams. */
export interface AiProviderStreaming {
  /** The whole stream. */
  reply(completion: VendorCompletion): Reply;
  /** The same up to the last piece of text, without what tells that it was all. */
  unended(completion: VendorCompletion): Reply;
  /** The same, followed by a failure that would have this status. */
  failing(completion: VendorCompletion, status: number): Reply;
  /** A stream that ends as it should, in which nothing was chosen. */
  noChoice(): Reply;
}

/**
 * What the suite has to know of a vendor to play it. Give `streaming` and `requests.stream` with `stream`, and
 * `requests.listModels` with `listModels`.
 */
export interface AiProviderVendor {
  /**
   * Settings that make the plugin call the counterparty, secrets as text. Make secrets long: the suite searches logs,
   * errors and state for them.
   */
  settings(counterparty: Counterparty): Readonly<Record<string, unknown>>;
  /** Scripts what `testCredentials` and `listModels` ask. */
  open(counterparty: Counterparty, clock: Clock): void;
  /** For each operation of the manifest, the request that carries it out. `complete` and `stream` may have the same. */
  readonly requests: { readonly [Operation in AiVendorOperation]?: RequestMatch };
  /** An answer in one piece. */
  whole(completion: VendorCompletion): Reply;
  /** For `stream`. */
  readonly streaming?: AiProviderStreaming;
  /** What a request of `complete` asks. */
  asked(request: RecordedRequest): VendorAsked;
  /** Whether the vendor tells what an answer cost. */
  readonly tellsCost: boolean;
  /** How it fails. */
  readonly failures: AiProviderFailures;
}
