import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { VendorsWord } from './vendors-word.tsx';

export interface Try<Tried> {
  readonly ask: UseMutationResult<VendorsWord, Error, Tried>;
  /** What was said of what stands in the form now; undefined once that is something else. */
  readonly word: VendorsWord | undefined;
}

/** Asks the vendor about what stands in a form. What is said holds for that alone. */
export function useTry<Tried>(now: Tried, mutationFn: (tried: Tried) => Promise<VendorsWord>): Try<Tried> {
  const ask = useMutation({ mutationFn });
  const isOfThis = JSON.stringify(ask.variables) === JSON.stringify(now);
  return { ask, word: isOfThis && !ask.isPending ? ask.data : undefined };
}
