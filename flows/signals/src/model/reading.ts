import { defineCollection } from '@fairlead/core/flow-api';
import type { ParsedSignal, ParseResult, UpdateAction } from './parse-result.ts';

/** One revision of a message, as an event told of it. Times are milliseconds since 1970. */
export interface Revision {
  /** The hub's id of it. */
  readonly id: string;
  /** Compares as text: the later revision of a message has the greater one. */
  readonly order: string;
  readonly change: 'created' | 'edited' | 'deleted';
  readonly chatId: string | null;
  readonly replyTo: string | null;
  readonly flooded: boolean;
  /** The vendor's time; null where it gives none. */
  readonly sentAt: number | null;
  /** When the hub had stored it. */
  readonly receivedAt: number;
}

/** What a model said of a revision, after its claim was held against the text. */
export interface AiReading {
  /**
   * `pending`: asked or about to be. `agrees`: it reads the very signals that the rules read. `differs`: it does not.
   * `alone`: the rules read nothing, the model does. `nothing`: neither does. `failed`: no answer was to be had.
   */
  readonly state: 'pending' | 'agrees' | 'differs' | 'alone' | 'nothing' | 'failed';
  readonly signals: readonly ParsedSignal[];
  readonly actions: readonly UpdateAction[];
  readonly symbol: string | null;
  /** Model, configuration and prompt that answered; or why nobody did. */
  readonly by: { readonly model: string; readonly configuration: string; readonly prompt: string } | null;
  readonly problem: string | null;
}

/** What is known of one message: its latest revision, how that was read, and what came before. */
export interface ReadingState {
  readonly connectionId: string;
  readonly messageId: string;
  readonly latest: Revision;
  /** Change of the first revision that was seen. Where it is not `created`, the hub has missed how the message began. */
  readonly first: Revision['change'];
  /** Its text speaks to a model rather than to traders. */
  readonly talksToModel: boolean;
  /** Of the latest revision; null when that is a deletion. */
  readonly parse: ParseResult | null;
  readonly ai: AiReading | null;
  /** Version of the channel's rules it was read with. */
  readonly parserVersion: number;
  /** Signals that any revision had at most: so many may have come of it. */
  readonly slots: number;
  /** Latest last. */
  readonly revisions: readonly {
    readonly id: string;
    readonly change: Revision['change'];
    readonly kind: ParseResult['kind'] | null;
    readonly at: number;
  }[];
}

export const mostRevisions = 50;

export const readingCollection = defineCollection({
  name: 'signals_readings',
  // Found by its id alone; each index costs every message a page.
  index: {},
  project: (_state: ReadingState) => ({}),
});

/** How far a signal follows its message: grows with each revision, and when a model has answered about it. */
export function markOf({ latest, ai }: Pick<ReadingState, 'latest' | 'ai'>): string {
  return `${latest.order}${ai === null || ai.state === 'pending' ? '0' : '1'}`;
}
