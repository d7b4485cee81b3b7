import { TextInput, type TextInputProps } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import type { Filter } from './use-filter.ts';

const pauseMs = 250;

/** A text that narrows a list. It goes into the address after a pause: an address that changes lags behind who types. */
export function FilterInput({
  filter,
  name,
  ...rest
}: Omit<TextInputProps, 'value' | 'onChange'> & { readonly filter: Filter; readonly name: string }) {
  const [text, setText] = useState(filter.get(name) ?? '');
  const pass = useDebouncedCallback((value: string) => filter.set(name, value), pauseMs);
  return (
    <TextInput
      {...rest}
      value={text}
      onChange={({ currentTarget: { value } }) => {
        setText(value);
        pass(value);
      }}
    />
  );
}
