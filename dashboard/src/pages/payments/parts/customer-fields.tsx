import type { Body } from '@fairlead/client';
import { Fieldset, SimpleGrid, TextInput } from '@mantine/core';

type Customer = NonNullable<Body<'/api/payments', 'post'>['customer']>;
export type CustomerTexts = Partial<Customer>;

const fields = [
  { name: 'id', label: 'Your id of them', maxLength: 128 },
  { name: 'email', label: 'E-mail', maxLength: 254 },
  { name: 'name', label: 'Name', maxLength: 200 },
  { name: 'country', label: 'Country, two letters', maxLength: 2 },
] as const;

/** Who pays, as far as it is known. */
export function CustomerFields({
  texts,
  onChange,
}: {
  readonly texts: CustomerTexts;
  readonly onChange: (texts: CustomerTexts) => void;
}) {
  return (
    <Fieldset legend="Customer">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {fields.map(({ name, label, maxLength }) => (
          <TextInput
            key={name}
            label={label}
            maxLength={maxLength}
            autoComplete="off"
            value={texts[name] ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onChange({ ...texts, [name]: name === 'country' ? value.toUpperCase() : value })
            }
          />
        ))}
      </SimpleGrid>
    </Fieldset>
  );
}

/** What was entered, without what was left empty; nothing at all where all was. */
export function customerOf(texts: CustomerTexts): { readonly customer?: Customer } {
  const entered = Object.entries(texts).filter(([, text]) => text !== undefined && text.trim() !== '');
  return entered.length === 0 ? {} : { customer: Object.fromEntries(entered) };
}
