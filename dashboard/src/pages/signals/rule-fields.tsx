import {
  Button,
  Card,
  Checkbox,
  Code,
  Group,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { type RulesDraft, templateText, wordKinds } from './rules-draft.ts';

interface RuleFieldsProps {
  readonly rules: RulesDraft;
  readonly onChange: (rules: RulesDraft) => void;
}

/** How a channel writes. */
export function RuleFields({ rules, onChange }: RuleFieldsProps) {
  const set = (part: Partial<RulesDraft>) => onChange({ ...rules, ...part });
  return (
    <>
      <Title order={2} size="h4">
        How this channel writes
      </Title>
      <Textarea
        label="Names of its own for symbols"
        description="One a line: the shiny one = XAUUSD"
        autosize
        minRows={2}
        value={rules.symbolAliases}
        onChange={({ currentTarget }) => set({ symbolAliases: currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 1, sm: 3 }} style={{ alignItems: 'end' }}>
        <TextInput
          label="Symbol where none is named"
          value={rules.defaultSymbol}
          onChange={({ currentTarget }) => set({ defaultSymbol: currentTarget.value })}
        />
        <TextInput
          label="Quote where none is named"
          placeholder="USDT"
          value={rules.defaultQuote}
          onChange={({ currentTarget }) => set({ defaultQuote: currentTarget.value })}
        />
        <Select
          label="Order type where none is named"
          data={[{ value: '', label: 'leave it open' }, 'market', 'limit']}
          allowDeselect={false}
          value={rules.defaultOrderType}
          onChange={(value) => set({ defaultOrderType: (value ?? '') as RulesDraft['defaultOrderType'] })}
        />
      </SimpleGrid>
      <Checkbox
        label="Read the direction off the levels where no word says it"
        checked={rules.inferSide}
        onChange={({ currentTarget }) => set({ inferSide: currentTarget.checked })}
      />
      <Textarea
        label="Messages with one of these are chatter"
        description="Advertisements and the like; one a line."
        autosize
        minRows={2}
        value={rules.ignoreContaining}
        onChange={({ currentTarget }) => set({ ignoreContaining: currentTarget.value })}
      />
      <Words rules={rules} onChange={onChange} />
      <Templates rules={rules} onChange={onChange} />
    </>
  );
}

function Words({ rules, onChange }: RuleFieldsProps) {
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        Further words
      </Title>
      <Text size="sm" c="dimmed">
        Beside those that are known in eight languages; one a line.
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2, sm: 4 }} style={{ alignItems: 'end' }}>
        {wordKinds.map(([kind, label]) => (
          <Textarea
            key={kind}
            label={`Words for ${label}`}
            autosize
            minRows={1}
            value={rules.words[kind]}
            onChange={({ currentTarget }) =>
              onChange({ ...rules, words: { ...rules.words, [kind]: currentTarget.value } })
            }
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

function Templates({ rules, onChange }: RuleFieldsProps) {
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        Templates
      </Title>
      {rules.templates.length === 0 && (
        <Text size="sm" c="dimmed">
          None. “Learn a template” makes one of examples, for a shape that the rules do not read.
        </Text>
      )}
      {rules.templates.map((template, index) => (
        <Card key={`${template.name}${index}`} withBorder padding="xs">
          <Group justify="space-between" mb={4}>
            <Text size="sm" fw={600}>
              {template.name}
            </Text>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`Take away the template ${template.name}`}
              onClick={() => onChange({ ...rules, templates: rules.templates.filter((one) => one !== template) })}
            >
              Take away
            </Button>
          </Group>
          <Code block tabIndex={0} role="region" aria-label={`Shape of ${template.name}`}>
            {templateText(template)}
          </Code>
        </Card>
      ))}
    </Stack>
  );
}
