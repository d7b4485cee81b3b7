import { Badge, Text } from '@mantine/core';
import { Time } from '../../components/time.tsx';
import type { Configuration } from './use-configurations.ts';

type State = Configuration['standing']['state'];

const shown: Readonly<Record<State, readonly [text: string, colour: string]>> = {
  ready: ['● ready', 'healthy'],
  resting: ['‖ resting', 'degraded'],
  budget_used_up: ['■ budget used up', 'unhealthy'],
  disabled: ['○ not asked', 'unknown'],
};

/** Whether a configuration is asked now; if not, why and until when. */
export function Standing({ standing: { state, code, until } }: { readonly standing: Configuration['standing'] }) {
  const [text, colour] = shown[state];
  return (
    <>
      <Badge variant="outline" tt="none" c={`var(--status-${colour})`} bd={`1px solid var(--status-${colour})`}>
        {text}
      </Badge>
      {(code !== null || until !== null) && (
        <Text span size="xs" c="dimmed">
          {code}
          {until !== null && (
            <>
              {' '}
              until <Time at={until} />
            </>
          )}
        </Text>
      )}
    </>
  );
}
