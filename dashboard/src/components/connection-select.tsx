import { ok } from '@fairlead/client';
import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { hub } from '../hub.ts';
import { useMay } from '../session/use-session.ts';
import { useConnectionName } from './connection-link.tsx';

/** Chooses a connection by its name, of thousands if need be. */
export function ConnectionSelect({
  capability,
  value,
  onChange,
  ...rest
}: Omit<SelectProps, 'value' | 'onChange' | 'data'> & {
  /** Only those that offer it. */
  readonly capability?: string;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}) {
  const [text, setText] = useState('');
  const [name] = useDebouncedValue(text, 250);
  const chosen = useConnectionName(value ?? '');
  const may = useMay()('connections.read');
  // What was chosen stands in the field as well: that is no search.
  const query = { capability, limit: 50, ...(name === '' || name === chosen ? {} : { name }) };
  const found = useQuery({
    queryKey: ['connections', 'choice', query],
    enabled: may,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => ok(hub.GET('/api/connections', { params: { query }, signal })),
  });
  const items = (found.data?.items ?? []).map(({ id, name: label }) => ({ value: id, label }));
  const missing = value !== null && value !== '' && !items.some((one) => one.value === value);
  return (
    <Select
      clearable
      searchable
      placeholder="All"
      {...rest}
      value={value}
      data={missing ? [{ value, label: chosen }, ...items] : items}
      onSearchChange={setText}
      onChange={onChange}
    />
  );
}
