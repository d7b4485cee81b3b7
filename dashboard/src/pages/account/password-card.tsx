import { ok } from '@fairlead/client';
import { Button, Card, Group, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FaultAlert } from '../../components/states.tsx';
import { useTell } from '../../components/toasts.tsx';
import { hub, session } from '../../hub.ts';
import { useMe } from '../../session/use-session.ts';

const shortest = 12;
const longest = 256;

export function PasswordCard() {
  const { passwordIsTemporary, name } = useMe();
  const [present, setPresent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const client = useQueryClient();
  const tell = useTell();
  const change = useMutation({
    gcTime: 0,
    mutationFn: async () =>
      ok(hub.POST('/api/auth/password', { body: { currentPassword: present, newPassword: next } })),
    async onSuccess() {
      setPresent('');
      setNext('');
      setAgain('');
      tell.done('Your password is changed, and all your other sessions have ended.');
      await Promise.all([session.reload(), client.invalidateQueries({ queryKey: ['account'] })]);
    },
  });
  const differs = again !== '' && again !== next;
  return (
    <Card withBorder component="section" aria-labelledby="password">
      <Title order={2} size="h4" mb="xs" id="password">
        Password
      </Title>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!differs) change.mutate();
        }}
      >
        <Stack maw={420}>
          {/* So that a password manager knows whose password it keeps. */}
          <input type="text" name="username" autoComplete="username" value={name} readOnly hidden />
          <PasswordInput
            label={passwordIsTemporary === true ? 'One-time password' : 'Present password'}
            autoComplete="current-password"
            required
            maxLength={longest}
            value={present}
            onChange={({ currentTarget }) => setPresent(currentTarget.value)}
          />
          <PasswordInput
            label="New password"
            description={`At least ${shortest} characters. A few unrelated words are easy to remember and hard to guess.`}
            autoComplete="new-password"
            required
            minLength={shortest}
            maxLength={longest}
            value={next}
            onChange={({ currentTarget }) => setNext(currentTarget.value)}
          />
          <PasswordInput
            label="New password again"
            autoComplete="new-password"
            required
            value={again}
            error={differs ? 'The two are not the same.' : undefined}
            onChange={({ currentTarget }) => setAgain(currentTarget.value)}
          />
          {change.isError && <FaultAlert error={change.error} />}
          <Text size="sm" c="dimmed">
            All your other sessions end. This one goes on.
          </Text>
          <Group>
            <Button type="submit" loading={change.isPending} disabled={differs}>
              Change the password
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
