import { ok } from '@fairlead/client';
import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { useTell } from '../../components/toasts.tsx';
import { hub } from '../../hub.ts';
import { useMay } from '../../session/use-session.ts';
import { type Configuration, useAiChanged } from './use-configurations.ts';

/** Tests and removes a configuration. */
export function ConfigurationActions({ configuration: { id, name } }: { readonly configuration: Configuration }) {
  const may = useMay()('ai.configure');
  const changed = useAiChanged();
  const tell = useTell();
  const navigate = useNavigate();
  const params = { path: { id } };
  const test = useMutation({
    mutationFn: async () => ok(hub.POST('/api/ai/configurations/{id}/test', { params })),
    async onSuccess({ ok: works, model, text, code, detail, durationMs }) {
      if (works) tell.done(`${name} answers “${text ?? ''}” (${model ?? ''}, ${durationMs} ms).`);
      else tell.failed(new Error(detail ?? code ?? 'It did not answer.'));
      await changed();
    },
    onError: tell.failed,
  });
  if (!may) return null;
  return (
    <>
      <Button
        size="xs"
        variant="default"
        loading={test.isPending}
        onClick={() => test.mutate()}
        aria-label={`Test ${name}`}
      >
        Test
      </Button>
      <ConfirmButton
        label="Remove"
        button={{ size: 'xs' }}
        title={`Remove the configuration ${name}?`}
        act="Remove"
        onConfirm={async () => {
          await ok(hub.DELETE('/api/ai/configurations/{id}', { params }));
          await navigate('/ai');
          await changed();
        }}
      >
        <Text>
          It is not asked any more. What it used stays counted, and its connection stays. It cannot be brought back, but
          made again.
        </Text>
      </ConfirmButton>
    </>
  );
}
