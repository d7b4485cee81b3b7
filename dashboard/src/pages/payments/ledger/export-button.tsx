import { ok } from '@fairlead/client';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { saveFile } from '../../../components/save-file.ts';
import { useTell } from '../../../components/toasts.tsx';
import { hub } from '../../../hub.ts';

/** The entries that are shown, all pages of them, as a file for a spreadsheet. */
export function ExportButton({
  query,
}: {
  readonly query: {
    readonly account?: string;
    readonly payment?: string;
    readonly from?: string;
    readonly to?: string;
  };
}) {
  const tell = useTell();
  const save = useMutation({
    mutationFn: async () => ok<Blob>(hub.GET('/api/ledger/export', { params: { query }, parseAs: 'blob' })),
    onSuccess: (content) => saveFile(content, `ledger-${new Date().toISOString().slice(0, 10)}.csv`),
    onError: tell.failed,
  });
  return (
    <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
      Export as CSV
    </Button>
  );
}
