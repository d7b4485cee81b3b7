import { ok } from '@fairlead/client';
import { Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FaultAlert } from '../../components/states.tsx';
import { useTell } from '../../components/toasts.tsx';
import { hub, session } from '../../hub.ts';
import { useMe } from '../../session/use-session.ts';
import { RoleSelect } from './role-select.tsx';
import { type TaggedUser, useUsersChanged } from './use-users.ts';

export function ChangeUser({ tagged, readOnly }: { readonly tagged: TaggedUser; readonly readOnly: boolean }) {
  const { value: user, tag } = tagged;
  const [email, setEmail] = useState(user.email);
  const [role, setRole] = useState(user.role);
  const me = useMe();
  const changed = useUsersChanged();
  const tell = useTell();
  const save = useMutation({
    mutationFn: async () =>
      ok(
        hub.PATCH('/api/users/{id}', {
          params: { path: { id: user.id } },
          headers: { 'if-match': tag },
          body: { ...(email === user.email ? {} : { email: email.trim() }), ...(role === user.role ? {} : { role }) },
        }),
      ),
    async onSuccess() {
      await changed();
      tell.done('It is saved.');
      // One’s own sessions end as well with another role: one signs in again.
      if (user.id === me.id) await (role === user.role ? session.reload() : session.resume());
    },
  });
  const isSame = email === user.email && role === user.role;
  return (
    <Card withBorder component="section" aria-labelledby="who">
      <Title order={2} size="h4" mb="xs" id="who">
        Who it is
      </Title>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack>
          <TextInput
            label="E-mail"
            type="email"
            required
            maxLength={254}
            autoComplete="off"
            disabled={readOnly}
            value={email}
            onChange={({ currentTarget }) => setEmail(currentTarget.value)}
          />
          <RoleSelect role={role} onChange={setRole} disabled={readOnly} />
          {role !== user.role && (
            <Text size="sm">Another role ends all sessions of this user at once. They sign in again.</Text>
          )}
          {save.isError && <FaultAlert error={save.error} />}
          {!readOnly && (
            <Group>
              <Button type="submit" loading={save.isPending} disabled={isSame}>
                Save
              </Button>
            </Group>
          )}
        </Stack>
      </form>
    </Card>
  );
}
