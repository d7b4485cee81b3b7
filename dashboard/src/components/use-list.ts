import { type InfiniteData, type QueryKey, useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query';

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

export type List<Item> = UseInfiniteQueryResult<InfiniteData<Page<Item>>>;

/** A list of the API, a page at a time. `read` gets the cursor of the page and a signal that ends with the view. */
export function useList<Item>(
  key: QueryKey,
  read: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Item>>,
): List<Item> {
  return useInfiniteQuery({
    queryKey: key,
    queryFn: async ({ pageParam, signal }) => read(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}
