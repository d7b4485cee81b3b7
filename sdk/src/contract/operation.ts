import type { Static, TSchema } from 'typebox';

/**
 * How an operation answers.
 * - `unary`: one answer.
 * - `stream`: items until it ends; a lost stream starts again from the beginning.
 * - `subscription`: items for as long as it is open, each with a resume token.
 */
export type OperationKind = 'unary' | 'stream' | 'subscription';

/**
 * Whether and how a call may be repeated. It decides what the guard does after a failure:
 * - `safe`: changes nothing at the vendor; retried, cached, callable by hand.
 * - `with-key`: repeated with the same idempotency key. `dedupe: key`: the vendor recognises the key; `lookup`: the
 *   plugin finds the earlier effect by the key before it acts again.
 * - `never`: not repeated; a call that may have happened is `outcome_unknown`. `lookup`: reconciliation can find out by
 *   another operation; `none`: a person has to.
 */
export type Repetition =
  | {
      readonly repeat: 'safe' /** Milliseconds an answer may be reused; default 0, never. */;
      readonly cacheMs?: number;
    }
  | { readonly repeat: 'with-key'; readonly dedupe: 'key' | 'lookup' }
  | { readonly repeat: 'never'; readonly dedupe: 'lookup' | 'none' };

interface OperationBase {
  /** What it does, in one sentence, for the reference and for `/docs`. */
  readonly summary: string;
  readonly kind: OperationKind;
  readonly input: TSchema;
  /** Of a stream or subscription: one item. */
  readonly output: TSchema;
  /** Longest wait for one attempt in milliseconds (of a stream: for the next item). */
  readonly timeoutMs: number;
  /** Operations of one lane share a breaker and a bulkhead. */
  readonly lane: string;
  /** A plugin that declares the capability must implement it. */
  readonly required: boolean;
}

/** What a capability's author writes for one operation. */
export type OperationDeclaration = OperationBase & Repetition;

/** An operation as a value: what a flow names when it calls, and what both hosts and the docs are made from. */
export type Operation<Declaration extends OperationDeclaration = OperationDeclaration> = Declaration & {
  readonly capability: string;
  readonly name: string;
};

/** What a caller passes and a plugin receives. */
export type InputOf<Op extends OperationDeclaration> = Static<Op['input']>;

/** What a plugin answers and a caller receives; of a stream or subscription, one item. */
export type OutputOf<Op extends OperationDeclaration> = Static<Op['output']>;

/** True for an operation that changes nothing at the vendor: it may be retried, cached, and called by hand. */
export function isSafe(operation: OperationDeclaration): boolean {
  return operation.repeat === 'safe';
}
