import { TextInput } from '@mantine/core';

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
  return (
    <TextInput
      type="datetime-local"
      label={label}
      required={required}
      value={value === undefined ? '' : localText(value)}
      onChange={({ currentTarget }) => onChange(toIso(currentTarget.value))}
    />
  );
}

/** As the field wants it: “2026-03-14T09:30”, without a zone. */
function localText(at: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return '';
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function toIso(text: string): string | null {
  const date = new Date(text);
  return text === '' || Number.isNaN(date.getTime()) ? null : date.toISOString();
}
