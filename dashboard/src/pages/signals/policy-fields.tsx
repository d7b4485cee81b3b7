import { Checkbox, Group, NumberInput, Select, SimpleGrid, Switch, Textarea, Title } from '@mantine/core';
import type { ParserDraft } from './rules-draft.ts';

type Policy = ParserDraft['policy'];
type Publish = Policy['publish'];

const orderTypes: Publish['orderTypes'] = ['market', 'limit', 'stop', 'unstated'];

/** What is published, changed and kept without a person, and whether a model is asked. */
export function PolicyFields({
  draft,
  onChange,
}: {
  readonly draft: ParserDraft;
  readonly onChange: (draft: ParserDraft) => void;
}) {
  const { policy, ai } = draft;
  const { publish } = policy;
  const setPolicy = (part: Partial<Policy>) => onChange({ ...draft, policy: { ...policy, ...part } });
  const set = (part: Partial<Publish>) => setPolicy({ publish: { ...publish, ...part } });
  const number = (
    label: string,
    value: number,
    change: (value: number) => void,
    limits: { readonly min: number; readonly max: number; readonly step?: number },
  ) => (
    <NumberInput
      label={label}
      value={value}
      required
      withAsterisk={false}
      {...limits}
      onChange={(next) => typeof next === 'number' && change(next)}
    />
  );
  return (
    <>
      <Title order={2} size="h4">
        What is published without a person
      </Title>
      <Switch
        label="Publish by itself what nothing speaks against"
        checked={publish.enabled}
        onChange={({ currentTarget }) => set({ enabled: currentTarget.checked })}
      />
      <SimpleGrid cols={{ base: 1, sm: 3 }} style={{ alignItems: 'end' }}>
        {number('Confidence at least', publish.minConfidence, (minConfidence) => set({ minConfidence }), {
          min: 0.5,
          max: 1,
          step: 0.05,
        })}
        {number(
          'Age of the message at most, seconds',
          publish.maxAgeSeconds,
          (maxAgeSeconds) => set({ maxAgeSeconds }),
          {
            min: 1,
            max: 86_400,
          },
        )}
        {number('In an hour at most', publish.mostPerHour, (mostPerHour) => set({ mostPerHour }), {
          min: 0,
          max: 10_000,
        })}
      </SimpleGrid>
      <Checkbox.Group
        label="Order types"
        value={publish.orderTypes}
        onChange={(value) => set({ orderTypes: value as Publish['orderTypes'] })}
      >
        <Group mt="xs">
          {orderTypes.map((type) => (
            <Checkbox key={type} value={type} label={type === 'unstated' ? 'not stated' : type} />
          ))}
        </Group>
      </Checkbox.Group>
      <Symbols symbols={publish.symbols} onChange={(symbols) => set({ symbols })} />
      <Title order={2} size="h4">
        Updates, edits and time
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2 }} style={{ alignItems: 'end' }}>
        <Select
          label="Updates whose signal is certain"
          data={[
            { value: 'auto', label: 'are applied by themselves' },
            { value: 'review', label: 'wait for a person' },
          ]}
          allowDeselect={false}
          value={policy.updates}
          onChange={(value) => setPolicy({ updates: value === 'review' ? 'review' : 'auto' })}
        />
        <Select
          label="Edits that correct levels"
          data={[
            { value: 'auto', label: 'are taken over by themselves' },
            { value: 'review', label: 'wait for a person' },
          ]}
          allowDeselect={false}
          value={policy.edits}
          onChange={(value) => setPolicy({ edits: value === 'auto' ? 'auto' : 'review' })}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 3 }} style={{ alignItems: 'end' }}>
        {number(
          'The same again is a repetition, minutes',
          policy.duplicateMinutes,
          (duplicateMinutes) => setPolicy({ duplicateMinutes }),
          { min: 1, max: 10_080 },
        )}
        {number(
          'In review until it expires, minutes',
          policy.reviewMinutes,
          (reviewMinutes) => setPolicy({ reviewMinutes }),
          { min: 1, max: 43_200 },
        )}
        {number(
          'Published until it expires, minutes',
          policy.publishedMinutes,
          (publishedMinutes) => setPolicy({ publishedMinutes }),
          { min: 1, max: 43_200 },
        )}
      </SimpleGrid>
      <Title order={2} size="h4">
        A model
      </Title>
      <Switch
        label="Ask a model about what the rules do not settle"
        checked={ai.enabled}
        onChange={({ currentTarget }) => onChange({ ...draft, ai: { ...ai, enabled: currentTarget.checked } })}
      />
      <Textarea
        label="What the channel trades and how it writes, for the model"
        autosize
        minRows={1}
        maxLength={1_000}
        value={ai.hint ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...draft, ai: { ...ai, hint: value === '' ? null : value } })
        }
      />
    </>
  );
}

function Symbols({
  symbols,
  onChange,
}: {
  readonly symbols: readonly string[];
  readonly onChange: (symbols: string[]) => void;
}) {
  return (
    <Textarea
      label="Symbols"
      description="One a line; none for all."
      autosize
      minRows={1}
      value={symbols.join('\n')}
      onChange={({ currentTarget: { value } }) => onChange(value === '' ? [] : value.toUpperCase().split('\n'))}
    />
  );
}
