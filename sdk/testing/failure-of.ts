import { isFairleadError, toWireError, type WireError } from '../src/errors/index.ts';

/**
 * The error that a call ends with, in wire form: a plain object, so that matchers see its message as well.
 * @example expect(await failureOf(plugin.invoke(…))).toMatchObject({ code: 'timeout' });
 * @throws Error when the call succeeds; whatever it rejects with when that is not a FairleadError
 */
export async function failureOf(call: Promise<unknown>): Promise<WireError> {
  let answer: unknown;
  try {
    answer = await call;
  } catch (error) {
    if (isFairleadError(error)) return toWireError(error);
    throw error;
  }
  throw new Error(`An error was expected; the call answered ${JSON.stringify(answer)?.slice(0, 200)}.`);
}
