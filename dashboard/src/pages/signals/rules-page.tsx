import { type Item, ok } from '@fairlead/client';
import { useNavigate } from 'react-router';
import { ConnectionName } from '../../components/connection-link.tsx';
import { ConnectionSelect } from '../../components/connection-select.tsx';
import { ListTable } from '../../components/list-table.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RouterLink } from '../../components/router-link.tsx';
import { EmptyState } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import { useList } from '../../components/use-list.ts';
import { hub } from '../../hub.ts';
import { useTopics } from '../../live/live-provider.tsx';
import { SignalSections } from './signal-sections.tsx';

type Row = Item<'/api/parsers'>;

/** Channels that have rules or policies of their own, and the way to those of any other. */
export function RulesPage() {
  useTopics('parsers');
  const navigate = useNavigate();
  const list = useList<Row>(['signals', 'parsers'], async (cursor, signal) =>
    ok(hub.GET('/api/parsers', { params: { query: { cursor, limit: 50 } }, signal })),
  );
  return (
    <>
      <PageHeader title="Rules" about="How each channel writes, and what of it is published without a person." />
      <SignalSections />
      <ConnectionSelect
        label="Rules of a channel"
        capability="channel"
        placeholder="Choose one"
        maw={360}
        mb="md"
        value={null}
        onChange={(id) => id !== null && void navigate(`/signals/rules/${id}`)}
      />
      <ListTable
        label="Channels with rules of their own"
        list={list}
        keyOf={({ connection }) => connection}
        columns={[
          {
            title: 'Channel',
            cell: ({ connection }) => (
              <RouterLink to={`/signals/rules/${connection}`} fw={600}>
                <ConnectionName id={connection} />
              </RouterLink>
            ),
          },
          { title: 'Version', cell: ({ version }) => version, numeric: true },
          { title: 'Publishes by itself', cell: ({ policy }) => (policy.publish.enabled ? 'yes' : 'no') },
          { title: 'Asks a model', cell: ({ ai }) => (ai.enabled ? 'yes' : 'no') },
          { title: 'Templates', cell: ({ rules }) => rules.templates?.length ?? 0, numeric: true },
          {
            title: 'Changed',
            cell: ({ changedAt, changedBy }) =>
              changedAt !== null && (
                <>
                  <Time at={changedAt} ago /> by {changedBy}
                </>
              ),
          },
        ]}
        empty={
          <EmptyState title="No channel has rules of its own">
            All are read by the usual rules, and nothing is published without a person. Choose a channel above to say
            otherwise.
          </EmptyState>
        }
      />
    </>
  );
}
