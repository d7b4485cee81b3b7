import { defineCollection } from '@fairlead/core/flow-api';
import type { ParserRules } from './parse-result.ts';

/** What may be published, changed and kept without a person. */
export interface ChannelPolicy {
  readonly publish: {
    /** Default false: every signal is looked at by a person. */
    readonly enabled: boolean;
    /** 0.5 to 1; what the rules would not bet on is never published by itself. Default 0.8. */
    readonly minConfidence: number;
    /** `unstated`: with an entry price, and without a word for the type of order. Default all. */
    readonly orderTypes: readonly ('market' | 'limit' | 'stop' | 'unstated')[];
    /** Empty: all. Default empty. */
    readonly symbols: readonly string[];
    /** Seconds from the message to its publication. Default 120. */
    readonly maxAgeSeconds: number;
    /** Default 20. */
    readonly mostPerHour: number;
  };
  /** Whether updates whose target is certain are applied by themselves. Default `auto`. */
  readonly updates: 'auto' | 'review';
  /** Whether corrected levels are taken over by themselves. A change of direction never is. Default `review`. */
  readonly edits: 'auto' | 'review';
  /** Minutes within which the same signal of the same channel is a repetition. Default 240. */
  readonly duplicateMinutes: number;
  /** Minutes after which a signal in review expires. Default 240. */
  readonly reviewMinutes: number;
  /** Minutes after which a published signal expires that nobody has begun to trade. Default 1,440. */
  readonly publishedMinutes: number;
}

/** Whether a model is asked about what rules cannot settle. */
export interface AiPolicy {
  /** Default false. */
  readonly enabled: boolean;
  /** What the channel trades and how it writes, for the model. */
  readonly hint: string | null;
}

export interface ParserContent {
  readonly rules: ParserRules;
  readonly policy: ChannelPolicy;
  readonly ai: AiPolicy;
}

/** What a channel's messages are read with; the aggregate's id is the connection's. */
export interface ParserState extends ParserContent {
  /** Version of the content: 1, 2, … Not that of the aggregate. */
  readonly version: number;
  readonly removed: boolean;
  readonly changedAt: number;
  readonly changedBy: string;
  /** What it was before, the latest last. */
  readonly former: readonly (ParserContent & {
    readonly version: number;
    readonly changedAt: number;
    readonly changedBy: string;
  })[];
}

export const mostFormer = 20;

export const parserCollection = defineCollection({
  name: 'signals_parsers',
  index: {},
  project: (_state: ParserState) => ({}),
});

export const defaultPolicy: ChannelPolicy = {
  publish: {
    enabled: false,
    minConfidence: 0.8,
    orderTypes: ['market', 'limit', 'stop', 'unstated'],
    symbols: [],
    maxAgeSeconds: 120,
    mostPerHour: 20,
  },
  updates: 'auto',
  edits: 'review',
  duplicateMinutes: 240,
  reviewMinutes: 240,
  publishedMinutes: 1_440,
};

export const defaultContent: ParserContent = { rules: {}, policy: defaultPolicy, ai: { enabled: false, hint: null } };
