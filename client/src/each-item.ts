interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/**
 * All items of a list, page by page, fetched as they are read:
 * `for await (const one of eachItem((cursor) => ok(hub.GET('/api/connections', { params: { query: { cursor } } }))))`.
 * What changes meanwhile may be seen or not; nothing is seen twice.
 */
export async function* eachItem<Item>(
  page: (cursor: string | undefined) => Promise<Page<Item>>,
): AsyncGenerator<Item, void, undefined> {
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await page(cursor);
    yield* items;
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
}
