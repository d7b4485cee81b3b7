import { Alert, Stack } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { PageHeader } from '../../components/page-header.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { LinkButton } from '../../components/router-link.tsx';
import { NewConnectionForm } from './new-connection-form.tsx';
import { PluginChoice } from './plugin-choice.tsx';
import { usePlugin } from './use-connections.ts';

/** First the plugin, then what it asks for; saved and tested in one go. */
export function NewConnectionPage() {
  const [search, setSearch] = useSearchParams();
  const chosen = search.get('plugin') ?? undefined;
  const plugin = usePlugin(chosen);
  if (chosen === undefined) {
    return (
      <>
        <PageHeader title="Add a connection" about="Which vendor is it at?" />
        <PluginChoice onChoose={(id) => setSearch({ plugin: id })} />
      </>
    );
  }
  return (
    <Stack maw={720}>
      <QueryView query={plugin}>
        {(found) => (
          <>
            <PageHeader title={`Add a connection: ${found.displayName ?? found.id}`} about={found.description}>
              <LinkButton to="/connections/new" variant="default">
                Another plugin
              </LinkButton>
            </PageHeader>
            {found.settingsSchema === undefined ? (
              <Alert color="yellow" title="This plugin cannot be connected now">
                It is {found.status}. Look at its page for the reason.
              </Alert>
            ) : (
              <NewConnectionForm key={found.id} plugin={found} schema={found.settingsSchema} />
            )}
          </>
        )}
      </QueryView>
    </Stack>
  );
}
