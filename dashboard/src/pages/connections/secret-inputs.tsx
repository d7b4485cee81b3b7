import { PasswordInput, Stack, Text, Textarea } from '@mantine/core';
import type { SecretField } from './settings-schema.ts';

export type SecretTexts = Readonly<Record<string, string>>;

/** Secrets as they are typed in. They go to the hub once, and come back from nowhere. */
export function SecretInputs({
  fields,
  texts,
  onChange,
  faults,
}: {
  readonly fields: readonly SecretField[];
  readonly texts: SecretTexts;
  readonly onChange: (texts: SecretTexts) => void;
  readonly faults: readonly { readonly path: string; readonly message: string }[];
}) {
  if (fields.length === 0) return null;
  return (
    <Stack component="fieldset" m={0} p={0} bd={0}>
      <Text component="legend" fw={600} mb="xs">
        Secrets
      </Text>
      {fields.map((field) => {
        const { name, title, list } = field;
        const shared = {
          label: title,
          required: field.required,
          description: field.description,
          value: texts[name] ?? '',
          error: faultOf(faults, name),
          autoComplete: 'off',
        };
        const set = (value: string) => onChange({ ...texts, [name]: value });
        return list ? (
          <Textarea
            key={name}
            {...shared}
            description={`${field.description ?? ''} One on each line.`.trim()}
            autosize
            minRows={2}
            onChange={({ currentTarget }) => set(currentTarget.value)}
          />
        ) : (
          <PasswordInput key={name} {...shared} onChange={({ currentTarget }) => set(currentTarget.value)} />
        );
      })}
    </Stack>
  );
}

function faultOf(faults: readonly { readonly path: string; readonly message: string }[], name: string) {
  const fault = faults.find(
    ({ path }) => path === `/body/secrets/${name}` || path.startsWith(`/body/secrets/${name}/`),
  );
  return fault?.message;
}

/** What was typed, as the API takes it: empty fields are left out. */
export function secretsOf(fields: readonly SecretField[], texts: SecretTexts): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {};
  for (const { name, list } of fields) {
    const text = texts[name] ?? '';
    if (text.trim() === '') continue;
    found[name] = list
      ? text
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '')
      : text.trim();
  }
  return found;
}
