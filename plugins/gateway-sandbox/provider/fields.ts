import { ApiFailure } from './model.ts';

type Body = Readonly<Record<string, unknown>>;

/** A member of a body that has to be a text. @throws ApiFailure 400 naming it */
export function textOf(body: Body, name: string, form: RegExp = /^[\s\S]{1,4096}$/): string {
  const value = body[name];
  if (typeof value === 'string' && form.test(value)) return value;
  throw new ApiFailure(400, 'field_invalid', `“${name}” is missing or not of its form.`);
}

/** The same for a member that may be absent. */
export function optionalTextOf(body: Body, name: string, form?: RegExp): string | undefined {
  return body[name] === undefined || body[name] === null ? undefined : textOf(body, name, form);
}

/** One of a list of words. @throws ApiFailure 400 naming the list */
export function wordOf<Word extends string>(body: Body, name: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === body[name]);
  if (found !== undefined) return found;
  throw new ApiFailure(400, 'field_invalid', `“${name}” has to be one of: ${words.join(', ')}.`);
}

export function numberOf(body: Body, name: string): number {
  const value = body[name];
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw new ApiFailure(400, 'field_invalid', `“${name}” has to be a whole number.`);
}

/** Amount and currency. @throws ApiFailure 400, or 422 for an amount that this provider does not take */
export function amountOf(body: Body): { readonly amount: string; readonly currency: string } {
  const amount = textOf(body, 'amount', /^-?(0|[1-9]\d{0,37})$/);
  const currency = textOf(body, 'currency', /^[A-Z]{3}$/);
  if (BigInt(amount) <= 0n) throw new ApiFailure(422, 'amount_too_small', 'The amount has to be above zero.');
  if (BigInt(amount) >= 10n ** 15n) throw new ApiFailure(422, 'amount_too_large', 'The amount is above the limit.');
  return { amount, currency };
}

export const urlForm = /^https?:\/\/[^\s]{1,4000}$/;
export const timeForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/;
