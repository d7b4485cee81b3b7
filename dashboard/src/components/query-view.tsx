import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FaultAlert, Waiting } from './states.tsx';

/** The one way to show what a query reads: waiting, fault with “Try again”, or the data. Old data stay while new ones come. */
export function QueryView<Data>({
  query,
  children,
}: {
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <FaultAlert error={query.error} again={() => void query.refetch()} />;
  return <Waiting />;
}
