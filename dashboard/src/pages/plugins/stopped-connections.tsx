import { List, Text } from '@mantine/core';
import { QueryView } from '../../components/query-view.tsx';
import { useMay } from '../../session/use-session.ts';
import { useConnectionsOf } from './use-plugins.ts';

const shown = 10;

/** Which connections stop with a plugin. */
export function StoppedConnections({ plugin, isWanted }: { readonly plugin: string; readonly isWanted: boolean }) {
  const may = useMay()('connections.read');
  const connections = useConnectionsOf(plugin, isWanted);
  if (!may) return <Text>All its connections stop.</Text>;
  return (
    <QueryView query={connections}>
      {({ items, nextCursor }) => {
        if (items.length === 0) return <Text>No connection uses it.</Text>;
        const more = items.length - shown;
        return (
          <>
            <Text>These connections stop:</Text>
            <List>
              {items.slice(0, shown).map(({ id, name }) => (
                <List.Item key={id}>{name}</List.Item>
              ))}
              {more > 0 && (
                <List.Item>
                  and {more} more{nextCursor === null ? '' : ' at least'}
                </List.Item>
              )}
            </List>
          </>
        );
      }}
    </QueryView>
  );
}
