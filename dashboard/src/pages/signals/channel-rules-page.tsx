import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useConnectionName } from '../../components/connection-link.tsx';
import { type Tagged, tagged } from '../../components/tagged.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Time } from '../../components/time.tsx';
import { hub } from '../../hub.ts';
import { useTopics } from '../../live/live-provider.tsx';
import { LearnTab } from './learn-tab.tsx';
import { ReplayTab } from './replay-tab.tsx';
import { RulesForm } from './rules-form.tsx';
import { draftOf, type Parser } from './rules-draft.ts';
import { SignalSections } from './signal-sections.tsx';
import { TryRules } from './try-rules.tsx';
import { VersionsTab } from './versions-tab.tsx';

const tabs = ['rules', 'try', 'learn', 'replay', 'versions'] as const;

/** What a channel’s messages are read with, and what is published of it without a person. */
export function ChannelRulesPage() {
  const { id = '' } = useParams();
  useTopics('parsers');
  const parser = useQuery({
    queryKey: ['signals', 'parser', id],
    queryFn: async ({ signal }) =>
      tagged(hub.GET('/api/parsers/{connectionId}', { params: { path: { connectionId: id } }, signal })),
  });
  return (
    <QueryView query={parser}>
      {/* Begun anew when somebody has changed it: two people do not write over each other unseen. */}
      {(found) => <Page key={found.tag} found={found} />}
    </QueryView>
  );
}

function Page({ found }: { readonly found: Tagged<Parser> }) {
  const { connection, version, changedAt, changedBy } = found.value;
  const name = useConnectionName(connection);
  const [search, setSearch] = useSearchParams();
  const tab = tabs.find((one) => one === search.get('tab')) ?? 'rules';
  // All tabs speak of the rules in the form, saved or not.
  const [draft, setDraft] = useState(() => draftOf(found.value));
  const go = (next: string | null) => setSearch({ tab: next ?? 'rules' }, { replace: true });
  return (
    <>
      <PageHeader
        title={`Rules of ${name}`}
        about={
          changedAt === null ? (
            'The usual rules. This channel has none of its own.'
          ) : (
            <>
              Version {version}, changed by {changedBy} <Time at={changedAt} ago />
            </>
          )
        }
      />
      <SignalSections />
      <Tabs value={tab} keepMounted={false} onChange={go}>
        <Tabs.List mb="md">
          <Tabs.Tab value="rules">Rules</Tabs.Tab>
          <Tabs.Tab value="try">Try them</Tabs.Tab>
          <Tabs.Tab value="learn">Learn a template</Tabs.Tab>
          <Tabs.Tab value="replay">Replay</Tabs.Tab>
          <Tabs.Tab value="versions">Versions</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="rules">
          <RulesForm found={found} draft={draft} onChange={setDraft} />
        </Tabs.Panel>
        <Tabs.Panel value="try">
          <TryRules connection={connection} draft={draft} />
        </Tabs.Panel>
        <Tabs.Panel value="learn">
          <LearnTab
            connection={connection}
            onLearnt={(template) => {
              setDraft(({ rules, ...rest }) => ({
                ...rest,
                rules: { ...rules, templates: [...rules.templates, template] },
              }));
              go('rules');
            }}
          />
        </Tabs.Panel>
        <Tabs.Panel value="replay">
          <ReplayTab connection={connection} draft={draft} />
        </Tabs.Panel>
        <Tabs.Panel value="versions">
          <VersionsTab found={found} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
