import { Textarea } from '@mantine/core';

export function AddressesInput({
  text,
  onChange,
}: {
  readonly text: string;
  readonly onChange: (text: string) => void;
}) {
  return (
    <Textarea
      label="Addresses it counts from"
      description="Addresses and networks, one on each line: 192.0.2.7, 192.0.2.0/24, 2001:db8::/32. Empty: from everywhere."
      autosize
      minRows={2}
      value={text}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
