import type { HubEvent } from '@fairlead/client';
import { Button, Code, Group, MultiSelect, Text } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useSearchParams } from 'react-router';
import { ListTable } from '../../components/list-table.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { LinkButton } from '../../components/router-link.tsx';
import { EmptyState } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import { EventDialog } from './event-dialog.tsx';
import { kept } from './tail.ts';
import { type EventLog, useEventLog, useEventTypes } from './use-event-log.ts';

/** What has happened and is happening, the latest first. */
export function EventsPage() {
  const [search, setSearch] = useSearchParams();
  const types = search.getAll('type');
  const log = useEventLog(types);
  const change = (name: string, values: readonly string[]) =>
    setSearch(
      (before) => {
        before.delete(name);
        for (const value of values) before.append(name, value);
        return before;
      },
      { replace: true },
    );
  const event = search.get('event') ?? undefined;
  return (
    <>
      <PageHeader title="Events" about="What happened in this hub, as other programs are told of it.">
        <LinkButton to="/events/types" variant="default">
          All types
        </LinkButton>
      </PageHeader>
      <Group mb="md" align="flex-end">
        <TypeFilter types={types} onChange={(chosen) => change('type', chosen)} />
        <PauseButton log={log} />
      </Group>
      <ListTable
        label="Events"
        list={log.list}
        keyOf={({ sequence }) => sequence}
        columns={[
          { title: 'When', cell: ({ time }) => <When at={time} /> },
          {
            title: 'Type',
            cell: (one) => <OpenEvent event={one} onOpen={() => change('event', [String(Number(one.sequence))])} />,
          },
          {
            title: 'Subject',
            cell: ({ subject }) =>
              subject === undefined ? '' : <Code style={{ whiteSpace: 'nowrap' }}>{subject}</Code>,
          },
          {
            title: 'Data',
            cell: ({ data }) => (
              <Text size="xs" c="dimmed" maw={420} truncate>
                {JSON.stringify(data)}
              </Text>
            ),
          },
        ]}
        empty={
          types.length > 0 ? (
            <EmptyState title="No event of these types">Those that come are shown at once.</EmptyState>
          ) : (
            <EmptyState title="Nothing has happened yet">
              Connections, payments and messages make events. They are shown here as they come.
            </EmptyState>
          )
        }
      />
      <EventDialog sequence={event} onClose={() => change('event', [])} />
    </>
  );
}

function When({ at }: { readonly at: string }) {
  return (
    <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
      <Time at={at} />
    </Text>
  );
}

function OpenEvent({ event, onOpen }: { readonly event: HubEvent; readonly onOpen: () => void }) {
  return (
    <Button variant="transparent" size="compact-sm" px={0} onClick={onOpen}>
      {event.type}
    </Button>
  );
}

function PauseButton({ log: { isPaused, waiting, pause, goOn } }: { readonly log: EventLog }) {
  if (!isPaused) {
    return (
      <Button variant="default" leftSection={<IconPlayerPause size={16} aria-hidden />} onClick={pause}>
        Pause
      </Button>
    );
  }
  const came = waiting === 0 ? '' : `, ${waiting < kept ? waiting : `${kept} or more`} came since`;
  return (
    <Group gap="xs">
      <Button leftSection={<IconPlayerPlay size={16} aria-hidden />} onClick={goOn}>
        Go on
      </Button>
      <Text size="sm" role="status">
        Paused{came}
      </Text>
    </Group>
  );
}

function TypeFilter({
  types,
  onChange,
}: {
  readonly types: readonly string[];
  readonly onChange: (types: readonly string[]) => void;
}) {
  const known = useEventTypes().data?.map(({ type }) => type) ?? [];
  const areas = [...new Set(known.map((type) => `${type.split('.', 1)[0]}.*`))];
  return (
    <MultiSelect
      label="Types"
      placeholder={types.length === 0 ? 'All' : ''}
      clearable
      searchable
      miw={280}
      value={[...types]}
      // What the address names is shown, known or not.
      data={[
        { group: 'All of an area', items: areas },
        { group: 'Types', items: known },
        { group: 'Others', items: types.filter((type) => !known.includes(type) && !areas.includes(type)) },
      ]}
      onChange={onChange}
    />
  );
}
