import { type Body, ok } from '@fairlead/client';
import { Button, Card, Code, Group, Select, SimpleGrid, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { newIdempotencyKey } from '../../components/idempotency-key.ts';
import { FaultAlert } from '../../components/states.tsx';
import { hub } from '../../hub.ts';
import { linesOf } from '../../components/lines-of.ts';
import { type Template, templateText } from './rules-draft.ts';

type Example = Body<'/api/parsers/{connectionId}/templates/learn', 'post'>['examples'][number];

interface Draft {
  readonly id: string;
  readonly text: string;
  readonly symbol: string;
  readonly side: 'buy' | 'sell';
  readonly entry: string;
  readonly stopLoss: string;
  readonly takeProfits: string;
}

const empty = (): Draft => ({
  id: newIdempotencyKey(),
  text: '',
  symbol: '',
  side: 'buy',
  entry: '',
  stopLoss: '',
  takeProfits: '',
});

/** Makes a template of examples with what each means. */
export function LearnTab({
  connection,
  onLearnt,
}: {
  readonly connection: string;
  readonly onLearnt: (template: Template) => void;
}) {
  const [examples, setExamples] = useState<readonly Draft[]>(() => [empty(), empty(), empty()]);
  const learn = useMutation({
    mutationFn: async () =>
      ok(
        hub.POST('/api/parsers/{connectionId}/templates/learn', {
          params: { path: { connectionId: connection } },
          body: { examples: examples.map(exampleOf) },
        }),
      ),
  });
  const set = (id: string, part: Partial<Draft>) =>
    setExamples((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        learn.mutate();
      }}
    >
      <Stack maw={860}>
        <Text size="sm">
          For a shape that the rules do not read. Give texts of the channel with what they mean: what stays the same
          between them is the shape. Three are good, two will do.
        </Text>
        {examples.map((example, index) => (
          <ExampleFields
            key={example.id}
            number={index + 1}
            example={example}
            onChange={(part) => set(example.id, part)}
            onRemove={
              examples.length > 2 ? () => setExamples((all) => all.filter(({ id }) => id !== example.id)) : undefined
            }
          />
        ))}
        {learn.isError && <FaultAlert error={learn.error} />}
        <Group>
          <Button type="submit" loading={learn.isPending}>
            Learn
          </Button>
          {examples.length < 20 && (
            <Button variant="default" onClick={() => setExamples((all) => [...all, empty()])}>
              Another example
            </Button>
          )}
        </Group>
        {learn.data !== undefined && <Learnt template={learn.data.template} onTake={onLearnt} />}
      </Stack>
    </form>
  );
}

function ExampleFields({
  number,
  example,
  onChange,
  onRemove,
}: {
  readonly number: number;
  readonly example: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
  readonly onRemove: (() => void) | undefined;
}) {
  const text = (name: 'symbol' | 'entry' | 'stopLoss' | 'takeProfits', label: string, more: object = {}) => (
    <TextInput
      label={label}
      value={example[name]}
      onChange={({ currentTarget }) => onChange({ [name]: currentTarget.value })}
      {...more}
    />
  );
  return (
    <Card withBorder component="section" aria-label={`Example ${number}`}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          Example {number}
        </Title>
        {onRemove !== undefined && (
          <Button size="compact-xs" variant="default" onClick={onRemove} aria-label={`Take away example ${number}`}>
            Take away
          </Button>
        )}
      </Group>
      <Stack gap="xs">
        <Textarea
          label="Text"
          required
          autosize
          minRows={3}
          maxLength={4_000}
          value={example.text}
          onChange={({ currentTarget }) => onChange({ text: currentTarget.value })}
        />
        <SimpleGrid cols={{ base: 1, xs: 2, sm: 5 }} style={{ alignItems: 'end' }}>
          {text('symbol', 'Symbol', { required: true })}
          <Select
            label="Side"
            data={['buy', 'sell']}
            allowDeselect={false}
            value={example.side}
            onChange={(value) => onChange({ side: value === 'sell' ? 'sell' : 'buy' })}
          />
          {text('entry', 'Entry', { placeholder: '1.1 or 1.1, 1.2' })}
          {text('stopLoss', 'Stop')}
          {text('takeProfits', 'Targets', { placeholder: '1.2, 1.3' })}
        </SimpleGrid>
      </Stack>
    </Card>
  );
}

function Learnt({ template, onTake }: { readonly template: Template; readonly onTake: (template: Template) => void }) {
  const [name, setName] = useState(template.name);
  return (
    <Card withBorder component="section" aria-label="The template" aria-live="polite">
      <Stack gap="xs">
        <Title order={2} size="h5">
          The template
        </Title>
        <Code block tabIndex={0} role="region" aria-label="Shape of the template">
          {templateText(template)}
        </Code>
        <TextInput
          label="Name"
          maxLength={100}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Group>
          <Button variant="default" disabled={name === ''} onClick={() => onTake({ ...template, name })}>
            Put it among the rules
          </Button>
          <Text size="xs" c="dimmed">
            Nothing is saved until you save the rules.
          </Text>
        </Group>
      </Stack>
    </Card>
  );
}

function exampleOf({ text, symbol, side, entry, stopLoss, takeProfits }: Draft): Example {
  const prices = (list: string) => linesOf(list.replaceAll(',', '\n'));
  const entries = prices(entry);
  return {
    text,
    symbol: symbol.trim().toUpperCase(),
    side,
    entry: entries.length === 0 ? null : entries,
    stopLoss: stopLoss.trim() === '' ? null : stopLoss.trim(),
    takeProfits: prices(takeProfits),
  };
}
