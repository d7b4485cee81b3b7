import { PageHeader } from '../../components/page-header.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { LinkButton } from '../../components/router-link.tsx';
import { EmptyState } from '../../components/states.tsx';
import { useTopics } from '../../live/live-provider.tsx';
import { useMay } from '../../session/use-session.ts';
import { AiSections } from './ai-sections.tsx';
import { ConfigurationList } from './configuration-list.tsx';
import { useConfigurations } from './use-configurations.ts';

/** Whom the hub asks, in which order, and how each stands. */
export function ConfigurationsPage() {
  useTopics('ai');
  const may = useMay()('ai.configure');
  return (
    <>
      <PageHeader title="AI configurations" about="Tried from the first to the last until one answers.">
        {may && <LinkButton to="/ai/configurations/new">Add a configuration</LinkButton>}
      </PageHeader>
      <AiSections />
      <QueryView query={useConfigurations()}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              title="There are no AI configurations yet"
              action={may && <LinkButton to="/ai/configurations/new">Add the first one</LinkButton>}
            >
              A configuration is a connection to a provider of models, with a model and with what it may do and cost.
            </EmptyState>
          ) : (
            <ConfigurationList items={items} />
          )
        }
      </QueryView>
    </>
  );
}
