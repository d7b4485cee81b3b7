import { ok } from '@fairlead/client';
import { Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { Tagged } from '../../components/tagged.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useTell } from '../../components/toasts.tsx';
import { hub } from '../../hub.ts';
import { useTopics } from '../../live/live-provider.tsx';
import { ConfigurationActions } from './configuration-actions.tsx';
import { type ConfigurationDraft, configurationOf, draftOf } from './configuration-draft.ts';
import { ConfigurationForm } from './configuration-form.tsx';
import { Standing } from './standing.tsx';
import { type Configuration, useAiChanged, useConfiguration } from './use-configurations.ts';

/** One configuration, to see how it stands and to change it. */
export function ConfigurationPage() {
  const { id = '' } = useParams();
  useTopics('ai');
  return <QueryView query={useConfiguration(id)}>{(found) => <Page found={found} />}</QueryView>;
}

function Page({ found: { value: body, tag } }: { readonly found: Tagged<Configuration> }) {
  const changed = useAiChanged();
  const tell = useTell();
  const save = useMutation({
    mutationFn: async (draft: ConfigurationDraft) =>
      ok(
        hub.PATCH('/api/ai/configurations/{id}', {
          params: { path: { id: body.id } },
          headers: { 'if-match': tag },
          body: configurationOf(draft),
        }),
      ),
    async onSuccess({ name }) {
      await changed();
      tell.done(`${name} is changed. If it rested, that is over.`);
    },
  });
  return (
    <>
      <PageHeader
        title={body.name}
        about={
          <Group gap="xs">
            <Standing standing={body.standing} />
          </Group>
        }
      >
        <ConfigurationActions configuration={body} />
      </PageHeader>
      {/* Begun anew when somebody else has changed it: two people do not write over each other unseen. */}
      <ConfigurationForm
        key={tag}
        first={draftOf(body)}
        onSave={save.mutate}
        isSaving={save.isPending}
        error={save.error}
      />
    </>
  );
}
