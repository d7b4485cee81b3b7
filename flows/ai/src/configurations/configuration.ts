import { defineCollection } from '@fairlead/core/flow-api';
import { type Static, type TSchema, Type } from 'typebox';

const orNull = <const Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
const usd = Type.String({ pattern: '^(0|[1-9][0-9]{0,11})(\\.[0-9]{1,12})?$' });

/** What a call is for: `complete`, `parse-message`, … */
export const purposeName = Type.String({ pattern: '^[a-z][a-z0-9-]{0,62}$' });

/** What an admin says of one way to get an answer. */
export const configurationMembers = {
  name: Type.String({ minLength: 1, maxLength: 80 }),
  /** Id of a connection whose plugin offers `ai-provider`. */
  connection: Type.String({ minLength: 1, maxLength: 64 }),
  /** As the vendor names it. */
  model: Type.String({ minLength: 1, maxLength: 255 }),
  /** Models that the vendor itself may use instead, where it can. */
  fallbackModels: Type.Array(Type.String({ minLength: 1, maxLength: 255 }), { maxItems: 10, uniqueItems: true }),
  /** Null: the vendor's own. A question may say otherwise. */
  temperature: orNull(Type.Number({ minimum: 0, maximum: 2 })),
  /** Tokens of an answer at most; a question may ask for fewer. Null: the vendor's own limit. */
  maxTokens: orNull(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
  /** Milliseconds that one attempt may take; of a stream, until its first piece. */
  timeoutMs: Type.Integer({ minimum: 100, maximum: 600_000 }),
  /** US dollars a day (UTC), as decimal text. Null: no limit. */
  budgetUsdPerDay: orNull(usd),
  /** US dollars for a million tokens, where the vendor does not say what a call has cost. */
  promptUsdPerMillion: orNull(usd),
  completionUsdPerMillion: orNull(usd),
  /** What it may be asked for; empty for everything. */
  purposes: Type.Array(purposeName, { maxItems: 50, uniqueItems: true }),
  enabled: Type.Boolean(),
} as const;

/** Smaller is tried first; equal ones in the order in which they were made. */
export const priority = Type.Integer({ minimum: 0, maximum: 10_000 });
export const defaultPriority = 100;

const configurationSchema = Type.Object(configurationMembers, { additionalProperties: false });
export type Configuration = Static<typeof configurationSchema>;

export const configurationDefaults = {
  fallbackModels: [],
  temperature: null,
  maxTokens: null,
  timeoutMs: 30_000,
  budgetUsdPerDay: null,
  promptUsdPerMillion: null,
  completionUsdPerMillion: null,
  purposes: [],
  enabled: true,
} satisfies Partial<Configuration>;

export interface ConfigurationState {
  readonly configuration: Configuration;
  /** ISO 8601 UTC. It stays for the names in what was used; null while it is in use. */
  readonly removedAt: string | null;
}

export const configurationCollection = defineCollection({
  name: 'ai_configurations',
  index: { name: 'string? unique' },
  project: ({ configuration, removedAt }: ConfigurationState) => ({
    name: removedAt === null ? configuration.name : null,
  }),
});
export type ConfigurationIndex = (typeof configurationCollection)['index'];

/** Priorities by configuration, in one aggregate, so that all of them change at once or none does. */
export interface OrderState {
  readonly priorities: Readonly<Record<string, number>>;
}

export const orderCollection = defineCollection({
  name: 'ai_order',
  index: {},
  project: (_state: OrderState) => ({}),
});
export const orderId = 'order';

/** A configuration with its id and place. */
export interface KnownConfiguration extends Configuration {
  readonly id: string;
  readonly priority: number;
}
