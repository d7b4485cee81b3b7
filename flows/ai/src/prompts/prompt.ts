import type { Turn } from '../contract.ts';
import type { AnswerSchema } from '../answers/check-answer.ts';

/** What a model is told for a purpose. A version is never changed once it was released: what it says is a new one. */
export interface Prompt<Input> {
  /** Of the purpose. */
  readonly name: string;
  readonly version: number;
  /** `system` is the same whatever the input says; what strangers wrote is in `user`, fenced. */
  render(input: Input): readonly Turn[];
  readonly answerSchema: AnswerSchema;
}

/** `parse-message/v1`, as calls and usage name it. */
export function promptId({ name, version }: Pick<Prompt<never>, 'name' | 'version'>): string {
  return `${name}/v${version}`;
}
