import { Text } from '@mantine/core';
import { Time } from '../../components/time.tsx';
import { type Tone, ToneBadge } from '../../components/tone-badge.tsx';
import type { Configuration } from './use-configurations.ts';

type State = Configuration['standing']['state'];

const shown: Readonly<Record<State, readonly [text: string, tone: Tone]>> = {
  ready: ['● ready', 'good'],
  resting: ['‖ resting', 'warning'],
  budget_used_up: ['■ budget used up', 'bad'],
  disabled: ['○ not asked', 'plain'],
};

/** Whether a configuration is asked now; if not, why and until when. */
export function Standing({ standing: { state, code, until } }: { readonly standing: Configuration['standing'] }) {
  const [text, tone] = shown[state];
  return (
    <>
      <ToneBadge tone={tone}>{text}</ToneBadge>
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
