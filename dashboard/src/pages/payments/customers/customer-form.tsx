import { type Answer, ok } from '@fairlead/client';
import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormEnd } from '../../../components/form-end.tsx';
import { useTell } from '../../../components/toasts.tsx';
import { hub } from '../../../hub.ts';
import { usePaymentsChanged } from '../use-payments.ts';

type Customer = Answer<'/api/customers/{id}'>['customer'];

/** Changes what is known of a customer. What was entered by hand is not overwritten by later payments. */
export function CustomerForm({ customer }: { readonly customer: Customer }) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" onClick={open}>
        Change …
      </Button>
      <Modal opened={opened} onClose={close} title={`Change ${customer.name ?? customer.id}`}>
        {opened && <Fields customer={customer} onDone={close} />}
      </Modal>
    </>
  );
}

function Fields({ customer, onDone }: { readonly customer: Customer; readonly onDone: () => void }) {
  const [name, setName] = useState(customer.name ?? '');
  const [email, setEmail] = useState(customer.email ?? '');
  const [country, setCountry] = useState(customer.country ?? '');
  const changed = usePaymentsChanged();
  const tell = useTell();
  const save = useMutation({
    mutationFn: async () =>
      ok(
        hub.PUT('/api/customers/{id}', {
          params: { path: { id: customer.id } },
          body: changes(customer, { name, email, country }),
        }),
      ),
    async onSuccess() {
      await changed();
      tell.done('The customer is changed.');
      onDone();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Stack>
        <TextInput label="Name" maxLength={200} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <TextInput
          label="E-mail"
          maxLength={254}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <TextInput
          label="Country, two letters"
          maxLength={2}
          value={country}
          onChange={(event) => setCountry(event.currentTarget.value.toUpperCase())}
        />
        <FormEnd doing={save} act="Save" onCancel={onDone} />
      </Stack>
    </form>
  );
}

type Texts = { readonly [Name in 'name' | 'email' | 'country']: string };

/** Only what is another now: what is sent counts as entered by hand. */
function changes(before: Customer, after: Texts): { readonly [Name in keyof Texts]?: string | null } {
  const changed = (['name', 'email', 'country'] as const).filter((member) => after[member] !== (before[member] ?? ''));
  return Object.fromEntries(changed.map((member) => [member, after[member] === '' ? null : after[member]]));
}
