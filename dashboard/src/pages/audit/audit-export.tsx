import { ok } from '@fairlead/client';
import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { saveFile } from '../../components/save-file.ts';
import { useTell } from '../../components/toasts.tsx';
import { hub } from '../../hub.ts';
import type { AuditFilter } from './use-audit-filter.ts';

type Format = 'csv' | 'ndjson';

/** What is filtered, as a file, oldest first. Read with the session of the page: an address alone opens nothing. */
export function AuditExport({ filter }: { readonly filter: Partial<AuditFilter> }) {
  const tell = useTell();
  const fetched = useMutation({
    gcTime: 0,
    mutationFn: async (format: Format) => {
      const call = hub.GET('/api/audit/export', { params: { query: { ...filter, format } }, parseAs: 'blob' });
      const content = await ok(call);
      const name = fileName((await call).response.headers.get('content-disposition')) ?? `fairlead-audit.${format}`;
      saveFile(content, name);
      return name;
    },
    onSuccess: (name) => tell.done(`${name} is saved.`),
    onError: tell.failed,
  });
  const button = (format: Format, label: string) => (
    <Button
      size="xs"
      variant="default"
      loading={fetched.isPending && fetched.variables === format}
      onClick={() => fetched.mutate(format)}
    >
      {label}
    </Button>
  );
  return (
    <Group gap="xs" mb="md">
      {button('csv', 'Export CSV')}
      {button('ndjson', 'Export NDJSON')}
      <Text size="xs" c="dimmed">
        What the filters let through, oldest first. Seals are made of the lines of NDJSON.
      </Text>
    </Group>
  );
}

function fileName(disposition: string | null): string | undefined {
  return /filename="([\w.-]+)"/.exec(disposition ?? '')?.[1];
}
