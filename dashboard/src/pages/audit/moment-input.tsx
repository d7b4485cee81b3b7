import { TextInput } from '@mantine/core';
import { useState } from 'react';

/** A moment in the time of whoever looks, given and taken in UTC as the API has it. */
export function MomentInput({
  label,
  at,
  onChange,
}: {
  readonly label: string;
  readonly at: string;
  readonly onChange: (at: string) => void;
}) {
  const [typed, setTyped] = useState(() => localText(at));
  // Cleared from outside: by “clear”, by going back.
  const text = at === '' && toUtc(typed) !== '' ? '' : typed;
  return (
    <TextInput
      label={label}
      type="datetime-local"
      value={text}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        onChange(toUtc(value));
      }}
    />
  );
}

function toUtc(local: string): string {
  const ms = Date.parse(local);
  return local === '' || Number.isNaN(ms) ? '' : new Date(ms).toISOString();
}

function localText(at: string): string {
  const date = new Date(at);
  if (at === '' || Number.isNaN(date.getTime())) return '';
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
