import type { HubEvent } from '@fairlead/client';
import { Code, Modal, Stack } from '@mantine/core';
import { CopyText } from '../../components/copy-text.tsx';
import { Facts } from '../../components/facts.tsx';
import { JsonBlock } from '../../components/json-block.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { RouterLink } from '../../components/router-link.tsx';
import { Time } from '../../components/time.tsx';
import { useEvent } from './use-event-log.ts';

/** One event with all it says. */
export function EventDialog({
  sequence,
  onClose,
}: {
  readonly sequence: string | undefined;
  readonly onClose: () => void;
}) {
  const event = useEvent(sequence);
  return (
    <Modal opened={sequence !== undefined} onClose={onClose} title={event.data?.type ?? 'Event'} size="lg">
      <QueryView query={event}>{(found) => <WholeEvent event={found} />}</QueryView>
    </Modal>
  );
}

function WholeEvent({ event: { id, source, subject, time, type, sequence, data } }: { readonly event: HubEvent }) {
  return (
    <Stack>
      <Facts
        of={[
          ['When', <Time at={time} />],
          ['Subject', subject === undefined ? undefined : <Code>{subject}</Code>],
          ['Source', <Code>{source}</Code>],
          ['Place in the log', String(Number(sequence))],
          ['Id', <CopyText text={id} label="id" />],
          ['Type', <RouterLink to={`/events/types?find=${encodeURIComponent(type)}`}>What {type} means</RouterLink>],
        ]}
      />
      <JsonBlock value={data} label="Data" />
    </Stack>
  );
}
