import { type Item, ok } from '@fairlead/client';
import { Button, Code, Group, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { ListTable } from '../../components/list-table.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { EmptyState } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import { useTell } from '../../components/toasts.tsx';
import { useFilter } from '../../components/use-filter.ts';
import { useList } from '../../components/use-list.ts';
import { hub } from '../../hub.ts';
import { useMay } from '../../session/use-session.ts';

type Job = Item<'/api/jobs/dead'>;

/** Work of the hub of which all attempts failed. */
export function DeadJobsPage() {
  const filter = useFilter('name');
  const [name] = useDebouncedValue(filter.get('name'), 250);
  const mayRetry = useMay()('jobs.retry');
  const list = useList<Job>(['inbox', 'dead-jobs', { name }], async (cursor, signal) =>
    ok(hub.GET('/api/jobs/dead', { params: { query: { name, cursor, limit: 50 } }, signal })),
  );
  return (
    <>
      <PageHeader
        title="Dead jobs"
        about="Work in the background of which all attempts failed. Nothing is tried again by itself."
      />
      <Group mb="md">
        <TextInput
          label="Name"
          placeholder="Exact"
          value={filter.get('name') ?? ''}
          onChange={({ currentTarget }) => filter.set('name', currentTarget.value)}
        />
      </Group>
      <ListTable
        label="Dead jobs"
        list={list}
        keyOf={({ id }) => id}
        columns={[
          { title: 'Job', cell: (job) => <Code>{job.name}</Code> },
          { title: 'About', cell: ({ key }) => key ?? '–' },
          { title: 'Last error', cell: ({ lastError }) => <Text size="sm">{lastError ?? 'none was told'}</Text> },
          { title: 'Attempts', numeric: true, cell: ({ attempts }) => attempts },
          { title: 'Created', cell: ({ createdAt }) => <Time at={createdAt} ago /> },
          ...(mayRetry ? [{ title: 'Actions', cell: (job: Job) => <JobActions job={job} /> }] : []),
        ]}
        empty={
          <EmptyState title={name === undefined ? 'No job has died' : 'No dead job has this name'}>
            A job comes here when all its attempts failed. An incident tells of it as well.
          </EmptyState>
        }
      />
    </>
  );
}

function JobActions({ job: { id, name } }: { readonly job: Job }) {
  const client = useQueryClient();
  const tell = useTell();
  const changed = async () => client.invalidateQueries({ queryKey: ['inbox', 'dead-jobs'] });
  const retry = useMutation({
    mutationFn: async () => ok(hub.POST('/api/jobs/dead/{id}/retry', { params: { path: { id } } })),
    async onSuccess() {
      await changed();
      tell.done(`${name} is tried again.`);
    },
    onError: tell.failed,
  });
  return (
    <Group gap="xs" wrap="nowrap">
      <Button
        size="compact-xs"
        variant="default"
        loading={retry.isPending}
        aria-label={`Retry the job ${name}`}
        onClick={() => retry.mutate()}
      >
        Retry
      </Button>
      <ConfirmButton
        label="Discard …"
        button={{ size: 'compact-xs', 'aria-label': `Discard the job ${name}` }}
        title={`Discard the job ${name}?`}
        act="Discard"
        onConfirm={async () => {
          await ok(hub.DELETE('/api/jobs/dead/{id}', { params: { path: { id } } }));
          await changed();
        }}
      >
        What it should have done is never done, and the job cannot be brought back. Nothing else changes.
      </ConfirmButton>
    </Group>
  );
}
