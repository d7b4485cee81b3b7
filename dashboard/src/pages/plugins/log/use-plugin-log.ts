import { type Answer, ok } from '@fairlead/client';
import { type InfiniteData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { hub } from '../../../hub.ts';

export type LogPage = Answer<'/api/plugins/{id}/log'>;
export type LogLine = LogPage['items'][number];
export type LogLevel = LogLine['level'];

export interface LogFilter {
  readonly level: LogLevel | undefined;
  readonly connection: string | undefined;
}

const everyMs = 2_000;
const limit = 100;

/** What a plugin says, the latest first; while it is followed, with what it says meanwhile. */
export function usePluginLog(id: string, filter: LogFilter, isFollowed: boolean) {
  const client = useQueryClient();
  // Not below “plugins”: an event of a plugin would read every page anew.
  const key = ['plugin-log', id, filter] as const;
  const page = async (place: { cursor?: string | undefined; after?: string }, signal: AbortSignal) =>
    ok(hub.GET('/api/plugins/{id}/log', { params: { path: { id }, query: { ...filter, ...place, limit } }, signal }));
  const list = useInfiniteQuery({
    queryKey: key,
    queryFn: async ({ pageParam, signal }) => page({ cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  useQuery({
    queryKey: ['plugin-log-news', id, filter],
    enabled: isFollowed && list.isSuccess,
    refetchInterval: everyMs,
    gcTime: 0,
    queryFn: async ({ signal }) => {
      const after = client.getQueryData<InfiniteData<LogPage>>(key)?.pages[0]?.latest;
      if (after === undefined) return 0;
      const first = await page({ after }, signal);
      const news = [...first.items];
      // Pages of it lead from the latest line back to that place.
      for (let { nextCursor } = first; nextCursor !== null; ) {
        const next = await page({ after, cursor: nextCursor }, signal);
        news.push(...next.items);
        nextCursor = next.nextCursor;
      }
      client.setQueryData<InfiniteData<LogPage>>(key, (known) => known && withNews(known, news, first.latest));
      return news.length;
    },
  });
  return list;
}

function withNews(known: InfiniteData<LogPage>, news: readonly LogLine[], latest: string): InfiniteData<LogPage> {
  const [first, ...rest] = known.pages;
  if (first === undefined) return known;
  return { ...known, pages: [{ ...first, items: [...news, ...first.items], latest }, ...rest] };
}
