import type { PaymentFact } from '@fairlead/sdk';
import { dataOf, idOf, type Json } from './reading.ts';

/** More objects of one kind and payment than this are not read. */
const mostListed = 200;

/** A fact with the id of the object that states it and that object's own time. */
export interface Stated {
  readonly fact: PaymentFact;
  readonly objectId: string;
  readonly type: string;
  readonly at: string | undefined;
  /** What tells this state of the object from another. Default the fact and its status. */
  readonly key?: string;
}

export function statedBy(object: Json, type: string, fact: PaymentFact, at: string | undefined): Stated {
  return { fact, objectId: idOf(object) ?? type, type, at };
}

/** Page after page, by the id of the last object (https://docs.stripe.com/api/pagination). */
export async function readAll(
  readPage: (after: { starting_after?: string }) => Promise<Json>,
): Promise<readonly Json[]> {
  const all: Json[] = [];
  let after: { starting_after?: string } = {};
  while (all.length < mostListed) {
    const page = await readPage(after);
    all.push(...dataOf(page));
    const last = idOf(all.at(-1));
    if (page['has_more'] !== true || last === undefined || last === after.starting_after) break;
    after = { starting_after: last };
  }
  return all;
}
