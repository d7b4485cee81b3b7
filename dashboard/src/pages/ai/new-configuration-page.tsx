import { ok } from '@fairlead/client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { newIdempotencyKey } from '../../components/idempotency-key.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { useTell } from '../../components/toasts.tsx';
import { hub } from '../../hub.ts';
import { type ConfigurationDraft, configurationOf, emptyDraft } from './configuration-draft.ts';
import { ConfigurationForm } from './configuration-form.tsx';
import { useAiChanged } from './use-configurations.ts';

export function NewConfigurationPage() {
  const [key] = useState(newIdempotencyKey);
  const navigate = useNavigate();
  const changed = useAiChanged();
  const tell = useTell();
  const save = useMutation({
    mutationFn: async (draft: ConfigurationDraft) =>
      ok(
        hub.POST('/api/ai/configurations', {
          params: { header: { 'idempotency-key': key } },
          body: configurationOf(draft),
        }),
      ),
    async onSuccess({ name }) {
      await changed();
      tell.done(`${name} is added, as the last to be tried. “Test” asks it for a word.`);
      await navigate('/ai');
    },
  });
  return (
    <>
      <PageHeader title="Add an AI configuration" about="Two models of one account are two configurations." />
      <ConfigurationForm first={emptyDraft} onSave={save.mutate} isSaving={save.isPending} error={save.error} />
    </>
  );
}
