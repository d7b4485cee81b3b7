/**
 * What one flow asks another within a request. Flows otherwise meet through events. A flow publishes its questions as
 * `@fairlead/flow-<id>/contract`, which holds nothing else; the hub brings question and answer together. Both sides are
 * of one release and compiled together, so the types are the check.
 */
export interface Question<Input = unknown, Output = unknown> {
  /** Id of the flow that answers. */
  readonly flow: string;
  readonly name: string;
  /** Milliseconds after which an answer is no longer waited for, unless the one who asks says less. */
  readonly timeoutMs: number;
  /** Only for the type checker. */
  readonly '~types'?: (input: Input) => Output;
}

export type QuestionInput<Asked> = Asked extends Question<infer Input, unknown> ? Input : never;
export type QuestionOutput<Asked> = Asked extends Question<never, infer Output> ? Output : never;

/** A question of any type, as lists of questions hold it. */
export type AnyQuestion = Question<never, unknown>;

/** How an answer is asked for. */
export interface AskOptions {
  /** Gives up when aborted. */
  readonly signal?: AbortSignal;
  /** Milliseconds to wait at most. Default: the question's own. */
  readonly timeoutMs?: number;
}

/** How a flow answers a question: what it throws reaches the one who asked as it is. */
export type Answerer<Input = unknown, Output = unknown> = (
  input: Input,
  /** `signal` is aborted when nobody waits any longer. */
  call: { readonly signal: AbortSignal; readonly timeoutMs: number },
) => Promise<Output>;

/** A question with its answer; made by {@link answers}. */
export interface BoundAnswer {
  readonly question: AnyQuestion;
  readonly answer: Answerer<never>;
}

/**
 * Declares a question.
 *
 * @example
 * export const completion = defineQuestion<CompletionInput, CompletionAnswer>({ flow: 'ai', name: 'complete', timeoutMs: 60_000 });
 * @throws TypeError for a timeout that is not positive
 */
export function defineQuestion<Input, Output>(head: {
  readonly flow: string;
  readonly name: string;
  readonly timeoutMs: number;
}): Question<Input, Output> {
  if (!(head.timeoutMs > 0))
    throw new TypeError(`The question “${head.flow}.${head.name}” needs a positive timeoutMs.`);
  return Object.freeze({ ...head });
}

/** Pairs a question with its answer, for `answers` of a flow's body. */
export function answers<Input, Output>(
  question: Question<Input, Output>,
  answer: Answerer<Input, Output>,
): BoundAnswer {
  return { question: question as AnyQuestion, answer: answer as Answerer<never> };
}
