import { HubProblem, ok } from '@fairlead/client';
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { newIdempotencyKey } from '../../components/idempotency-key.ts';
import { FormEnd } from '../../components/form-end.tsx';
import { ShownOnce } from '../../components/shown-once.tsx';
import { hub } from '../../hub.ts';
import { RoleSelect } from './role-select.tsx';
import type { Role } from './roles.tsx';
import { useUsersChanged } from './use-users.ts';

export function AddUser() {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button onClick={() => setOpened(true)}>Add a user</Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title="Add a user"
        // A password that is shown once does not go by a click beside it, or a key.
        closeOnClickOutside={false}
        closeOnEscape={false}
      >
        {opened && <AddForm onDone={() => setOpened(false)} />}
      </Modal>
    </>
  );
}

function AddForm({ onDone }: { readonly onDone: () => void }) {
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const [idempotencyKey, setIdempotencyKey] = useState(newIdempotencyKey);
  const changed = useUsersChanged();
  const add = useMutation({
    // What is shown once is not kept longer than it is shown.
    gcTime: 0,
    mutationFn: async () =>
      ok(
        hub.POST('/api/users', {
          body: { email: email.trim(), role },
          params: { header: { 'idempotency-key': idempotencyKey } },
        }),
      ),
    onSuccess: changed,
    // A key stands for one request: what was refused is changed and sent as another.
    onError: (error) => error instanceof HubProblem && setIdempotencyKey(newIdempotencyKey()),
  });
  if (add.data !== undefined) {
    return (
      <Stack>
        <ShownOnce
          title={`One-time password of ${add.data.email}`}
          secrets={[{ label: 'the one-time password', text: add.data.password }]}
        >
          Shown this once. Give it to them by a way that others do not read; after signing in they choose one of their
          own. If it is lost, reset it.
        </ShownOnce>
        <Group justify="flex-end">
          <Button onClick={onDone}>Done</Button>
        </Group>
      </Stack>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <Stack>
        <TextInput
          label="E-mail"
          type="email"
          required
          maxLength={254}
          autoComplete="off"
          value={email}
          onChange={({ currentTarget }) => setEmail(currentTarget.value)}
          data-autofocus
        />
        <RoleSelect role={role} onChange={setRole} />
        <FormEnd doing={add} act="Add" onCancel={onDone} />
      </Stack>
    </form>
  );
}
