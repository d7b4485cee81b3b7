import { Accordion, Anchor, Code, Stack, Text, TextInput, Title } from '@mantine/core';
import { Facts } from '../../components/facts.tsx';
import { JsonBlock } from '../../components/json-block.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { LinkButton, RouterLink } from '../../components/router-link.tsx';
import { EmptyState } from '../../components/states.tsx';
import { useFilter } from '../../components/use-filter.ts';
import { type EventType, useEventTypes } from './use-event-log.ts';

/** What may be published, for whoever wants to know what to listen for. */
export function EventTypesPage() {
  const filter = useFilter('find');
  const text = filter.get('find') ?? '';
  return (
    <>
      <PageHeader
        title="Types of events"
        about={
          <>
            For programs:{' '}
            <Anchor href="/asyncapi.json" target="_blank" rel="noreferrer noopener">
              AsyncAPI 3.0
            </Anchor>
          </>
        }
      >
        <LinkButton to="/events" variant="default">
          The log
        </LinkButton>
      </PageHeader>
      <TextInput
        label="Find a type"
        placeholder="payment, refused …"
        mb="md"
        maw={360}
        value={text}
        onChange={({ currentTarget }) => filter.set('find', currentTarget.value)}
      />
      <QueryView query={useEventTypes()}>
        {(types) => <Types types={types.filter((one) => matches(one, text))} text={text} />}
      </QueryView>
    </>
  );
}

function Types({ types, text }: { readonly types: readonly EventType[]; readonly text: string }) {
  if (types.length === 0) return <EmptyState title="No type is like that" />;
  return (
    // Whoever comes for one type sees all of it.
    <Accordion multiple defaultValue={[text]} order={2} keepMounted={false}>
      {types.map((one) => (
        <Accordion.Item key={one.type} value={one.type}>
          <Accordion.Control>
            <Text fw={600} component="span" display="block">
              {one.type}
            </Text>
            <Text size="sm" c="dimmed" component="span">
              {one.summary}
            </Text>
          </Accordion.Control>
          <Accordion.Panel>
            <TypeFacts type={one} />
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

function TypeFacts({ type: { type, subject, topics, permission, example, schema } }: { readonly type: EventType }) {
  return (
    <Stack>
      <Facts
        of={[
          ['Subject', subject],
          ['Topics', topics.join(', ')],
          ['Permission', <Code>{permission}</Code>],
          ['Log', <RouterLink to={`/events?type=${encodeURIComponent(type)}`}>Those that happened</RouterLink>],
        ]}
      />
      <Title order={3} size="h5">
        Example of its data
      </Title>
      <JsonBlock value={example} label={`Example of ${type}`} />
      <Title order={3} size="h5">
        Schema of its data
      </Title>
      <JsonBlock value={schema} label={`Schema of ${type}`} />
    </Stack>
  );
}

function matches({ type, summary, subject }: EventType, text: string): boolean {
  const words = [type, summary, subject].join(' ').toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}
