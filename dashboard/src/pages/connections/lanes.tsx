import { ok } from '@fairlead/client';
import { Badge, Button, Card, Group, Modal, Radio, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormEnd } from '../../components/form-end.tsx';
import { EmptyState } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import { useTell } from '../../components/toasts.tsx';
import { hub } from '../../hub.ts';
import { useMay } from '../../session/use-session.ts';
import { type ConnectionHealth, useConnectionsChanged } from './use-connections.ts';

type Lane = ConnectionHealth['lanes'][number];

const texts: Record<string, string> = {
  closed: 'calls go through',
  half_open: 'trying again',
  open: 'resting after failures',
  forced_open: 'stopped by hand',
  forced_closed: 'held open for calls by hand',
};

/** The breakers of a connection. Whoever may can force one, for a while and with a reason. */
export function Lanes({ connectionId, lanes }: { readonly connectionId: string; readonly lanes: readonly Lane[] }) {
  const [forcing, setForcing] = useState<string>();
  const may = useMay();
  return (
    <Card withBorder>
      <Title order={2} size="h4" mb="xs">
        Lanes
      </Title>
      {lanes.length === 0 ? (
        <EmptyState title="No calls yet">
          Operations that share a breaker are a lane. They are listed once they are used.
        </EmptyState>
      ) : (
        <Stack gap="xs">
          {lanes.map((lane) => (
            <div key={lane.name}>
              <Group justify="space-between">
                <Text size="sm" fw={600}>
                  {lane.name}
                </Text>
                <Group gap="xs">
                  <Badge variant="outline" tt="none" color={lane.state === 'closed' ? 'teal' : 'orange'}>
                    {texts[lane.state] ?? lane.state}
                  </Badge>
                  {may('connections.operate') &&
                    (lane.override === undefined ? (
                      <Button
                        size="compact-xs"
                        variant="default"
                        onClick={() => setForcing(lane.name)}
                        aria-label={`Force the lane ${lane.name}`}
                      >
                        Force …
                      </Button>
                    ) : (
                      <EndOverride connectionId={connectionId} lane={lane.name} />
                    ))}
                </Group>
              </Group>
              {lane.override !== undefined && (
                <Text size="xs" c="dimmed">
                  “{lane.override.reason}”, until <Time at={lane.override.until} />
                </Text>
              )}
            </div>
          ))}
        </Stack>
      )}
      <Modal
        opened={forcing !== undefined}
        onClose={() => setForcing(undefined)}
        title={`Force the lane ${forcing ?? ''}`}
      >
        {forcing !== undefined && (
          <ForceForm connectionId={connectionId} lane={forcing} onDone={() => setForcing(undefined)} />
        )}
      </Modal>
    </Card>
  );
}

function EndOverride({ connectionId, lane }: { readonly connectionId: string; readonly lane: string }) {
  const changed = useConnectionsChanged();
  const tell = useTell();
  const end = useMutation({
    mutationFn: async () =>
      ok(
        hub.POST('/api/connections/{id}/lanes/{lane}/override', {
          params: { path: { id: connectionId, lane } },
          body: { state: 'automatic', reason: 'Ended in the dashboard.' },
        }),
      ),
    onSuccess: changed,
    onError: tell.failed,
  });
  return (
    <Button
      size="compact-xs"
      variant="default"
      loading={end.isPending}
      onClick={() => end.mutate()}
      aria-label={`End what is forced on the lane ${lane}`}
    >
      End it
    </Button>
  );
}

const spans = { '15 minutes': 15, '1 hour': 60, '8 hours': 480, '24 hours': 1_440 } as const;

function ForceForm({
  connectionId,
  lane,
  onDone,
}: {
  readonly connectionId: string;
  readonly lane: string;
  readonly onDone: () => void;
}) {
  const [state, setState] = useState<'open' | 'closed'>('open');
  const [reason, setReason] = useState('');
  const [span, setSpan] = useState<keyof typeof spans>('1 hour');
  const changed = useConnectionsChanged();
  const force = useMutation({
    mutationFn: async () =>
      ok(
        hub.POST('/api/connections/{id}/lanes/{lane}/override', {
          params: { path: { id: connectionId, lane } },
          body: { state, reason, until: new Date(Date.now() + spans[span] * 60_000).toISOString() },
        }),
      ),
    async onSuccess() {
      await changed();
      onDone();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        force.mutate();
      }}
    >
      <Stack>
        <Radio.Group label="What it shall do" value={state} onChange={(value) => setState(value as 'open' | 'closed')}>
          <Stack gap="xs" mt="xs">
            <Radio value="open" label="Stop: no calls are made" />
            <Radio value="closed" label="Go on: calls are made in spite of failures" />
          </Stack>
        </Radio.Group>
        <TextInput
          label="Reason"
          required
          maxLength={500}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          data-autofocus
        />
        <Select
          label="For"
          data={Object.keys(spans)}
          value={span}
          allowDeselect={false}
          onChange={(value) => setSpan((value ?? '1 hour') as keyof typeof spans)}
        />
        <FormEnd doing={force} act="Force" onCancel={onDone} />
      </Stack>
    </form>
  );
}
