import { MultiSelect, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormEnd } from '../../../components/form-end.tsx';
import { byCurrencyText, readByCurrency, readCodes } from './by-currency.ts';
import { type Rule, type SeenRouting, useGateways, useSaveRouting } from './use-routing.ts';

const fields = [
  { name: 'currencies', label: 'Currencies', description: 'Such as “USD, EUR”. Empty: all.' },
  { name: 'countries', label: 'Countries of the customer', description: 'Such as “DE, FR”. Empty: all.' },
  { name: 'from', label: 'From these amounts on', description: 'Such as “USD 1000.00”.' },
  { name: 'below', label: 'Below these amounts', description: 'Such as “USD 5000.00”.' },
] as const;
type Texts = { readonly [Name in (typeof fields)[number]['name']]: string };

/** A rule at a place in the list; beyond its end a new one. */
export function RuleForm({
  seen,
  index,
  onDone,
}: {
  readonly seen: SeenRouting;
  readonly index: number;
  readonly onDone: () => void;
}) {
  // Kept as it was when the form was opened: saving over what somebody else changed meanwhile is refused.
  const [opened] = useState(seen);
  const before = opened.routing.rules[index];
  const [name, setName] = useState(before?.name ?? '');
  const [use, setUse] = useState<string[]>(before?.use ?? []);
  const [texts, setTexts] = useState<Texts>(() => textsOf(before));
  const gateways = useGateways();
  const save = useSaveRouting();
  const saving = useMutation({
    mutationFn: async () => {
      const rules = [...opened.routing.rules];
      rules[index] = ruleOf(name, use, texts);
      await save(opened, { gateways: opened.routing.gateways, rules });
    },
    onSuccess: onDone,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <Stack>
        <TextInput
          label="Name"
          required
          maxLength={80}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        {fields.map((field) => (
          <TextInput
            key={field.name}
            label={field.label}
            description={field.description}
            value={texts[field.name]}
            onChange={({ currentTarget: { value } }) => setTexts({ ...texts, [field.name]: value })}
          />
        ))}
        <MultiSelect
          label="Only these are asked, in this order"
          required
          searchable
          data={(gateways.data?.items ?? []).map(({ id, name: label }) => ({ value: id, label }))}
          value={use}
          onChange={setUse}
        />
        <FormEnd doing={saving} act="Save" onCancel={onDone} disabled={use.length === 0} />
      </Stack>
    </form>
  );
}

function textsOf(rule: Rule | undefined): Texts {
  return {
    currencies: (rule?.currencies ?? []).join(', '),
    countries: (rule?.countries ?? []).join(', '),
    from: byCurrencyText(rule?.from),
    below: byCurrencyText(rule?.below),
  };
}

/** Absent members are left out of the JSON, which means “whatever” there. */
function ruleOf(name: string, use: string[], texts: Texts): Rule {
  return {
    name,
    use,
    currencies: readCodes(texts.currencies),
    countries: readCodes(texts.countries),
    from: readByCurrency(texts.from),
    below: readByCurrency(texts.below),
  };
}
