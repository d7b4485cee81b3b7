import { Group, NumberInput, Radio, Stack, Switch, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormEnd } from '../../../components/form-end.tsx';
import { useTell } from '../../../components/toasts.tsx';
import { byCurrencyText, readByCurrency, readCodes } from './by-currency.ts';
import { defaultTerms, type SeenRouting, type Terms, useSaveRouting } from './use-routing.ts';

const listFields = [
  { name: 'currencies', label: 'Only these currencies', description: 'Such as “USD, EUR”. Empty: all.' },
  { name: 'countries', label: 'Only customers of these countries', description: 'Such as “DE, FR”. Empty: all.' },
  { name: 'minimum', label: 'Smallest amounts', description: 'Such as “USD 1.00, EUR 1.00”.' },
  { name: 'maximum', label: 'Largest amounts', description: 'The same.' },
  { name: 'fixed', label: 'Fixed part of the charge', description: 'Such as “USD 0.30”.' },
] as const;
type ListName = (typeof listFields)[number]['name'];

export function GatewayForm({
  id,
  seen,
  onDone,
}: {
  readonly id: string;
  readonly seen: SeenRouting;
  readonly onDone: () => void;
}) {
  // Kept as it was when the form was opened: saving over what somebody else changed meanwhile is refused.
  const [opened] = useState(seen);
  const [terms, setTerms] = useState<Terms>(opened.routing.gateways[id] ?? defaultTerms);
  const [lists, setLists] = useState(() => listsOf(terms));
  const save = useSaveRouting();
  const tell = useTell();
  const saving = useMutation({
    mutationFn: async () => {
      const { gateways, rules } = opened.routing;
      await save(opened, { rules, gateways: { ...gateways, [id]: termsOf(terms, lists) } });
    },
    onSuccess() {
      tell.done('Payments that begin from now on go by it.');
      onDone();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <Stack>
        <Switch
          label="Offered"
          checked={terms.enabled}
          onChange={({ currentTarget }) => setTerms({ ...terms, enabled: currentTarget.checked })}
        />
        <TextInput
          label="Label"
          description="What the customer reads on the checkout page. Empty: the name of the connection."
          maxLength={80}
          value={terms.label ?? ''}
          onChange={({ currentTarget }) => setTerms({ ...terms, label: currentTarget.value })}
        />
        <NumberInput
          label="Priority"
          description="Smaller is tried first."
          required
          min={0}
          max={1_000}
          allowDecimal={false}
          value={terms.priority}
          onChange={(value) => setTerms({ ...terms, priority: Number(value) })}
        />
        <TextInput
          label="Rate of the charge, in percent"
          required
          inputMode="decimal"
          value={terms.ratePercent}
          onChange={({ currentTarget }) => setTerms({ ...terms, ratePercent: currentTarget.value })}
        />
        <Radio.Group
          label="The charge is paid by"
          value={terms.chargePaidBy}
          onChange={(value) => setTerms({ ...terms, chargePaidBy: value as Terms['chargePaidBy'] })}
        >
          <Group mt="xs">
            <Radio value="merchant" label="the merchant" />
            <Radio value="customer" label="the customer, on top" />
          </Group>
        </Radio.Group>
        {listFields.map(({ name, label, description }) => (
          <TextInput
            key={name}
            label={label}
            description={description}
            value={lists[name]}
            onChange={({ currentTarget: { value } }) => setLists({ ...lists, [name]: value })}
          />
        ))}
        <FormEnd doing={saving} act="Save" onCancel={onDone} />
      </Stack>
    </form>
  );
}

type Lists = { readonly [Name in ListName]: string };

function listsOf({ currencies, countries, minimum, maximum, fixed }: Terms): Lists {
  return {
    currencies: (currencies ?? []).join(', '),
    countries: (countries ?? []).join(', '),
    minimum: byCurrencyText(minimum),
    maximum: byCurrencyText(maximum),
    fixed: byCurrencyText(fixed),
  };
}

/** Absent members are left out of the JSON, which means “all” there. */
function termsOf({ label, ...terms }: Terms, lists: Lists): Terms {
  return {
    ...terms,
    label: label === undefined || label.trim() === '' ? undefined : label,
    currencies: readCodes(lists.currencies),
    countries: readCodes(lists.countries),
    minimum: readByCurrency(lists.minimum),
    maximum: readByCurrency(lists.maximum),
    fixed: readByCurrency(lists.fixed),
  };
}
