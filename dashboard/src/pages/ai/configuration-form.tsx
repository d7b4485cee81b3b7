import { HubProblem } from '@fairlead/client';
import { Button, Group, SimpleGrid, Stack, Switch, Textarea, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { ConnectionSelect } from '../../components/connection-select.tsx';
import { FaultAlert } from '../../components/states.tsx';
import { useMay } from '../../session/use-session.ts';
import type { ConfigurationDraft } from './configuration-draft.ts';

type TextName = Exclude<keyof ConfigurationDraft, 'enabled'>;

/** All that can be said of a configuration. Its place is given by dragging it in the list. */
export function ConfigurationForm({
  first,
  onSave,
  isSaving,
  error,
}: {
  readonly first: ConfigurationDraft;
  readonly onSave: (draft: ConfigurationDraft) => void;
  readonly isSaving: boolean;
  readonly error: unknown;
}) {
  const [draft, setDraft] = useState(first);
  const may = useMay()('ai.configure');
  const faults = error instanceof HubProblem ? error.errors : [];
  const set = (part: Partial<ConfigurationDraft>) => setDraft((before) => ({ ...before, ...part }));
  const fieldOf = (name: TextName, label: string, member: string = name) => ({
    label,
    value: draft[name],
    error: faults.find(({ path }) => path.startsWith(`/body/${member}`))?.message,
    onChange: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      set({ [name]: currentTarget.value }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSave(draft);
      }}
    >
      <fieldset disabled={!may} className="plain-fieldset">
        <Stack maw={720}>
          <TextInput required maxLength={80} {...fieldOf('name', 'Name')} />
          <ConnectionSelect
            label="Connection"
            capability="ai-provider"
            placeholder="Choose a provider of models"
            required
            value={draft.connection === '' ? null : draft.connection}
            onChange={(id) => set({ connection: id ?? '' })}
          />
          <TextInput
            required
            maxLength={255}
            description="As the vendor names it, such as openai/gpt-4.1-mini."
            {...fieldOf('model', 'Model')}
          />
          <Textarea
            autosize
            description="Models that the vendor itself may use instead, where it can; one a line."
            {...fieldOf('fallbackModels', 'Other models')}
          />
          <Title order={2} size="h4">
            Answers
          </Title>
          <SimpleGrid cols={{ base: 1, sm: 3 }} style={{ alignItems: 'end' }}>
            <TextInput
              inputMode="decimal"
              placeholder="the vendor’s own"
              {...fieldOf('temperature', 'Temperature, 0 to 2')}
            />
            <TextInput inputMode="numeric" placeholder="the vendor’s own" {...fieldOf('maxTokens', 'Tokens at most')} />
            <TextInput
              inputMode="decimal"
              required
              {...fieldOf('timeoutSeconds', 'Seconds that it may take', 'timeoutMs')}
            />
          </SimpleGrid>
          <Title order={2} size="h4">
            Cost, in US dollars
          </Title>
          <SimpleGrid cols={{ base: 1, sm: 3 }} style={{ alignItems: 'end' }}>
            <TextInput inputMode="decimal" placeholder="no limit" {...fieldOf('budgetUsdPerDay', 'Budget a day')} />
            <TextInput inputMode="decimal" {...fieldOf('promptUsdPerMillion', 'A million tokens asked')} />
            <TextInput inputMode="decimal" {...fieldOf('completionUsdPerMillion', 'A million tokens answered')} />
          </SimpleGrid>
          <Title order={2} size="h4">
            What it is asked for
          </Title>
          <Textarea
            autosize
            description="complete, parse-message, analyse-market, or names of your own; one a line. None for everything."
            {...fieldOf('purposes', 'Purposes')}
          />
          <Switch
            label="Ask it"
            checked={draft.enabled}
            onChange={({ currentTarget }) => set({ enabled: currentTarget.checked })}
          />
          {error !== null && error !== undefined && <FaultAlert error={error} />}
          {may && (
            <Group>
              <Button type="submit" loading={isSaving} disabled={draft.connection === ''}>
                Save
              </Button>
            </Group>
          )}
        </Stack>
      </fieldset>
    </form>
  );
}
