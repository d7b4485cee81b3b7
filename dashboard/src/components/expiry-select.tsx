import { Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';

const dayMs = 86_400_000;
const spans = { '30 days': 30, '90 days': 90, '1 year': 365 } as const;
type Choice = keyof typeof spans | 'never' | 'on a day';
const choices: readonly Choice[] = ['30 days', '90 days', '1 year', 'on a day', 'never'];

/** When a secret ends. `null`: never; `undefined`: not said yet. */
export type Expiry = { readonly afterMs: number } | { readonly at: string } | null | undefined;

export const usualExpiry: Expiry = { afterMs: 90 * dayMs };

/** As the API takes it, counted from `nowMs`. */
export function expiresAt(expiry: Expiry, nowMs: number): string | undefined {
  if (expiry === null || expiry === undefined) return undefined;
  return 'at' in expiry ? expiry.at : new Date(nowMs + expiry.afterMs).toISOString();
}

/** Begins with 90 days: give it `usualExpiry`. */
export function ExpirySelect({ onChange }: { readonly onChange: (expiry: Expiry) => void }) {
  const [choice, setChoice] = useState<Choice>('90 days');
  const [day, setDay] = useState('');
  const choose = (next: Choice) => {
    setChoice(next);
    if (next === 'never') onChange(null);
    else if (next === 'on a day') onChange(dayEnd(day));
    else onChange({ afterMs: spans[next] * dayMs });
  };
  return (
    <Group align="flex-start">
      <Select
        label="Expires"
        data={choices}
        value={choice}
        allowDeselect={false}
        onChange={(value) => choose(choices.find((one) => one === value) ?? choice)}
      />
      {choice === 'on a day' && (
        <TextInput
          label="Last day"
          type="date"
          required
          value={day}
          onChange={({ currentTarget: { value } }) => {
            setDay(value);
            onChange(dayEnd(value));
          }}
        />
      )}
    </Group>
  );
}

/** The end of a day where the browser is. */
function dayEnd(day: string): Expiry {
  const ms = Date.parse(`${day}T23:59:59.999`);
  return Number.isNaN(ms) ? undefined : { at: new Date(ms).toISOString() };
}
