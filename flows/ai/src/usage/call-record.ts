/** One attempt of a call. */
export interface AttemptRecord {
  readonly configuration: string;
  /** The model that answered, or the one that was asked. */
  readonly model: string;
  /** `answered`, or what it failed with. */
  readonly outcome: string;
  readonly durationMs: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** Decimal text; null where nobody knows. */
  readonly costUsd: string | null;
}

/** One question and what became of it. Nothing of its text is kept. */
export interface CallRecord {
  readonly id: string;
  /** ISO 8601 UTC, of its end. */
  readonly at: string;
  readonly purpose: string;
  /** Name and version of the prompt; null for a question that brought its own turns. */
  readonly prompt: string | null;
  /** `answered`, `cached`, `cancelled`, or the code of the error. */
  readonly outcome: string;
  readonly streamed: boolean;
  readonly durationMs: number;
  readonly attempts: readonly AttemptRecord[];
  /** Configurations that were not asked, with the reason. */
  readonly skipped: readonly { readonly configuration: string; readonly model: string; readonly reason: string }[];
}
