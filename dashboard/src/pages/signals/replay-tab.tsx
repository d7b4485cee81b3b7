import { type Answer, ok } from '@fairlead/client';
import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { FaultAlert } from '../../components/states.tsx';
import { hub } from '../../hub.ts';
import { useMay } from '../../session/use-session.ts';
import { ReplayResult } from './replay-result.tsx';
import { type ParserDraft, rulesOf } from './rules-draft.ts';

type Replay = Answer<'/api/parsers/{connectionId}/replay', 'post'>;

/** Reads what the channel has brought once more, and shows what would be read otherwise. */
export function ReplayTab({ connection, draft }: { readonly connection: string; readonly draft: ParserDraft }) {
  const [search, setSearch] = useSearchParams();
  const [what, setWhat] = useState<'draft' | 'saved'>('draft');
  const may = useMay()('parsers.write');
  const id = search.get('replay');
  const begin = useMutation({
    mutationFn: async (): Promise<Replay> =>
      ok(
        hub.POST('/api/parsers/{connectionId}/replay', {
          params: { path: { connectionId: connection } },
          body: what === 'draft' ? { rules: rulesOf(draft.rules) } : {},
        }),
      ),
    onSuccess: (replay) => setSearch({ tab: 'replay', replay: replay.id }, { replace: true }),
  });
  return (
    <Stack>
      <Text size="sm">
        All messages that the channel has brought are read once more. What is read otherwise is listed; signals stay as
        they are.
      </Text>
      {may && (
        <Stack gap="xs">
          <Radio.Group
            label="What is compared"
            value={what}
            onChange={(value) => setWhat(value === 'saved' ? 'saved' : 'draft')}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="draft" label="The rules in the form, with those that are saved" />
              <Radio value="saved" label="The rules that are saved, with the usual ones" />
            </Stack>
          </Radio.Group>
          <Group>
            <Button loading={begin.isPending} onClick={() => begin.mutate()}>
              Replay
            </Button>
          </Group>
        </Stack>
      )}
      {begin.isError && <FaultAlert error={begin.error} />}
      {id !== null && <ReplayResult key={id} id={id} />}
    </Stack>
  );
}
