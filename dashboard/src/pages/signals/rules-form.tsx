import { ok } from '@fairlead/client';
import { Alert, Button, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import type { Tagged } from '../../components/tagged.ts';
import { FaultAlert } from '../../components/states.tsx';
import { useTell } from '../../components/toasts.tsx';
import { hub } from '../../hub.ts';
import { useMay } from '../../session/use-session.ts';
import { PolicyFields } from './policy-fields.tsx';
import { contentOf, draftOf, type Parser, type ParserDraft } from './rules-draft.ts';
import { RuleFields } from './rule-fields.tsx';
import { useSignalsChanged } from './use-signals.ts';

/** Rules and policy of a channel, to read and to change. */
export function RulesForm({
  found: { value: parser, tag },
  draft,
  onChange,
}: {
  readonly found: Tagged<Parser>;
  readonly draft: ParserDraft;
  readonly onChange: (draft: ParserDraft) => void;
}) {
  const may = useMay()('parsers.write');
  const changed = useSignalsChanged();
  const tell = useTell();
  const params = { path: { connectionId: parser.connection } };
  const headers = { 'if-match': tag };
  const save = useMutation({
    mutationFn: async () => ok(hub.PUT('/api/parsers/{connectionId}', { params, headers, body: contentOf(draft) })),
    async onSuccess({ version }) {
      tell.done(`Version ${version} is saved. Messages are read with it from now on.`);
      await changed();
    },
  });
  const isChanged = JSON.stringify(draft) !== JSON.stringify(draftOf(parser));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Stack maw={860}>
        {isChanged && (
          <Alert color="yellow" role="status">
            There are changes that are not saved.
          </Alert>
        )}
        <fieldset disabled={!may} className="plain-fieldset">
          <Stack>
            <RuleFields rules={draft.rules} onChange={(rules) => onChange({ ...draft, rules })} />
            <PolicyFields draft={draft} onChange={onChange} />
          </Stack>
        </fieldset>
        {save.isError && <FaultAlert error={save.error} />}
        {may && (
          <Group>
            <Button type="submit" loading={save.isPending}>
              Save
            </Button>
            {isChanged && (
              <Button variant="default" onClick={() => onChange(draftOf(parser))}>
                Undo changes
              </Button>
            )}
            {parser.version > 0 && parser.changedAt !== null && (
              <ConfirmButton
                label="Back to the usual rules"
                title="Take this channel’s rules away?"
                act="Take away"
                onConfirm={async () => {
                  await ok(hub.DELETE('/api/parsers/{connectionId}', { params, headers }));
                  await changed();
                }}
              >
                Its messages are read by the usual rules from now on, and nothing is published without a person. Signals
                stay as they are. The rules stay among its former versions.
              </ConfirmButton>
            )}
          </Group>
        )}
      </Stack>
    </form>
  );
}
