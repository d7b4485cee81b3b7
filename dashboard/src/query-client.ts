import { HubProblem } from '@fairlead/client';
import { QueryClient } from '@tanstack/react-query';

/** Reads are tried again where the hub did not answer; what it refused it refuses again. Changes are never repeated. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => failures < 2 && !(error instanceof HubProblem && error.status < 500),
        // The event stream says what is new; coming back to the tab alone means nothing.
        refetchOnWindowFocus: false,
      },
      mutations: { retry: false },
    },
  });
}
