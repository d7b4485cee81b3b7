import { type TSchema, Type } from 'typebox';

/** What a list takes in the address. `cursor` is `nextCursor` of the page before. */
export const pageQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  cursor: Type.Optional(Type.String({ minLength: 1, maxLength: 1_024, pattern: '^[A-Za-z0-9_-]+$' })),
} as const;

/** The query of a list: limit, cursor, and its own filters. */
export function listQuery<const Members extends Record<string, TSchema>>(members: Members = {} as Members) {
  return Type.Object({ ...pageQuery, ...members }, { additionalProperties: false });
}

/** The answer of a list. `nextCursor` is null on the last page. */
export function pageOf<const Item extends TSchema>(item: Item) {
  return Type.Object({
    items: Type.Array(item),
    nextCursor: Type.Union([Type.String(), Type.Null()]),
  });
}

/** A page of anything, as repositories and services give it. */
export interface PageLike<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** The same page with each item shown as the API shows it. */
export function mapPage<Item, Shown>(page: PageLike<Item>, show: (item: Item) => Shown) {
  return { items: page.items.map(show), nextCursor: page.nextCursor };
}

/** `limit` and `cursor` as repositories take them. */
export function pageOptions(query: { readonly limit?: number | undefined; readonly cursor?: string | undefined }) {
  return { limit: query.limit ?? 50, ...(query.cursor === undefined ? {} : { cursor: query.cursor }) };
}
