import { defineQuestion } from '@fairlead/core/flow-api';
import type { CompletionUsage } from '@fairlead/sdk';

/** One turn of what a model reads. What strangers wrote belongs into `user`, never into `system`. */
export interface Turn {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** Who answered, and what it took. */
export interface Answered {
  /** Id of the configuration that answered. */
  readonly configuration: string;
  /** As the vendor names it; may be another than was asked. */
  readonly model: string;
  /** Absent where the vendor does not say, and for what came from the cache. */
  readonly usage?: CompletionUsage;
  /** The same was asked before, and nothing was spent now. */
  readonly cached: boolean;
}

export interface CompletionQuestion {
  /** Which configurations may answer, and what the usage is counted under: `complete`, `parse-message`, … */
  readonly purpose: string;
  readonly turns: readonly Turn[];
  /** JSON schema of the answer. An answer that does not fit counts as a failure of its configuration. */
  readonly answerSchema?: { readonly name: string; readonly schema: { readonly [keyword: string]: unknown } };
  readonly temperature?: number;
  readonly maxTokens?: number;
  /** Milliseconds for which an answer to the very same question may be given again. Default 0: always asked anew. */
  readonly cacheMs?: number;
}

export interface CompletionReply extends Answered {
  readonly text: string;
  /** Parsed and checked, when `answerSchema` was given. */
  readonly json?: unknown;
}

/**
 * Asks the configurations of a purpose in order of priority until one answers.
 * @throws FairleadError: that of the last configuration when none answered; `feature_unsupported` when there is none
 */
export const completeQuestion = defineQuestion<CompletionQuestion, CompletionReply>({
  flow: 'ai',
  name: 'complete',
  timeoutMs: 120_000,
});

/** What a model says a message is. Nothing of it is checked against the message: whoever acts on it has to. */
export interface MessageClaim {
  readonly kind: 'signal' | 'update' | 'chatter' | 'several';
  readonly signals: readonly {
    readonly symbol: string;
    readonly side: 'buy' | 'sell';
    readonly orderType: 'market' | 'limit' | 'stop' | null;
    /** Prices as decimal texts, as they stand in the message. One for a point, two for a range, none when not said. */
    readonly entry: readonly string[];
    readonly stopLoss: string | null;
    readonly takeProfits: readonly string[];
    readonly runner: boolean;
  }[];
  readonly actions: readonly {
    readonly type: 'move_sl' | 'move_sl_be' | 'close' | 'close_part' | 'cancel' | 'set_levels' | 'tp_hit';
    readonly price: string | null;
    readonly percent: number | null;
    /** Number of the target, from 1. */
    readonly index: number | null;
  }[];
  /** What an update is about; null when the message does not say. */
  readonly symbol: string | null;
  /** 0 to 1, as the model sees itself. */
  readonly confidence: number;
}

export interface ParseMessageQuestion {
  readonly text: string;
  /** What the channel trades and how it writes, for the model: `forex and gold; buy and sell in English`. */
  readonly hint?: string;
}

export interface ParseMessageReply extends Answered {
  readonly claim: MessageClaim;
  /** Name and version of the prompt. */
  readonly prompt: string;
}

/** Reads a message with a model. The message can say whatever it likes: the answer is a claim, and no more. */
export const parseMessageQuestion = defineQuestion<ParseMessageQuestion, ParseMessageReply>({
  flow: 'ai',
  name: 'parse_message',
  timeoutMs: 60_000,
});
