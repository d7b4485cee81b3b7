import { TextInput } from '@mantine/core';
import { useState } from 'react';

/** A moment by the clock of whoever enters it; ISO 8601 UTC outside. */
export function MomentInput({
  label,
  value,
  onChange,
  required = false,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (at: string | null) => void;
  readonly required?: boolean;
}) {
  const [typed, setTyped] = useState(() => localText(value));
  // What is typed stays while it is typed, however late it comes back; what is cleared outside is cleared here.
  const isCleared = value === undefined && toIso(typed) !== null;
  const [wasSet, setWasSet] = useState(value !== undefined);
  if (wasSet !== (value !== undefined)) {
    setWasSet(value !== undefined);
    if (isCleared) setTyped('');
  }
  return (
    <TextInput
      type="datetime-local"
      label={label}
      required={required}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        onChange(toIso(currentTarget.value));
      }}
    />
  );
}

/** As the field wants it: “2026-03-14T09:30”, without a zone. */
function localText(at: string | undefined): string {
  if (at === undefined) return '';
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return '';
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function toIso(text: string): string | null {
  const date = new Date(text);
  return text === '' || Number.isNaN(date.getTime()) ? null : date.toISOString();
}
