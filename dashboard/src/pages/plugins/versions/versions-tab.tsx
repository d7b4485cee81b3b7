import { Stack } from '@mantine/core';
import { QueryView } from '../../../components/query-view.tsx';
import { type Plugin, useInstalled } from '../use-plugins.ts';
import { IntegrityCheck } from './integrity-check.tsx';
import { LatestMove } from './latest-move.tsx';
import { VersionTable } from './version-table.tsx';

/** The versions of a plugin beside each other, and the ways between them. */
export function VersionsTab({ plugin }: { readonly plugin: Plugin }) {
  return (
    <Stack>
      {plugin.upgrade !== undefined && <LatestMove plugin={plugin} move={plugin.upgrade} />}
      <QueryView query={useInstalled(plugin.id)}>
        {({ items }) => (
          <>
            <VersionTable plugin={plugin} installed={items} />
            {items.length > 0 && <IntegrityCheck plugin={plugin} />}
          </>
        )}
      </QueryView>
    </Stack>
  );
}
