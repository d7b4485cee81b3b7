import { ok } from '@fairlead/client';
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { ShownOnce } from '../../components/shown-once.tsx';
import { useTell } from '../../components/toasts.tsx';
import { hub } from '../../hub.ts';
import { type TaggedUser, type User, useUsersChanged } from './use-users.ts';

/** For who has lost the password or the phone, or left a session open somewhere. */
export function SignInOfUser({ user }: { readonly user: User }) {
  const { id, email, totpEnabled } = user;
  const path = { params: { path: { id } } };
  const [password, setPassword] = useState<string>();
  const changed = useUsersChanged();
  const tell = useTell();
  return (
    <Card withBorder component="section" aria-labelledby="sign-in">
      <Title order={2} size="h4" mb="xs" id="sign-in">
        Signing in
      </Title>
      <Stack>
        <Text size="sm">
          {totpEnabled
            ? 'By password and a code of an authenticator.'
            : 'By password alone: two-factor sign-in is off. Each user turns it on in their own account.'}
        </Text>
        {password !== undefined && (
          <ShownOnce
            title={`New one-time password of ${email}`}
            secrets={[{ label: 'the one-time password', text: password }]}
          >
            Shown this once. The password before no longer counts.
          </ShownOnce>
        )}
        <Group gap="xs">
          <ConfirmButton
            label="Reset the password"
            title={`Reset the password of ${email}?`}
            act="Reset"
            onConfirm={async () => {
              const made = await ok(hub.POST('/api/users/{id}/reset-password', path));
              setPassword(made.password);
              await changed();
            }}
          >
            A one-time password is made and shown to you. The present password stops working and all their sessions end.
            {totpEnabled && ' The code of their authenticator is still asked for.'}
          </ConfirmButton>
          <ConfirmButton
            label="Sign out everywhere"
            title={`Sign ${email} out everywhere?`}
            act="Sign out"
            color="orange"
            onConfirm={async () => {
              await ok(hub.POST('/api/users/{id}/sign-out', path));
              tell.done(`${email} is signed out everywhere.`);
            }}
          >
            All their sessions end at once. They can sign in again. Their API keys stay as they are.
          </ConfirmButton>
          {totpEnabled && (
            <ConfirmButton
              label="Turn off two-factor"
              title={`Turn off two-factor sign-in of ${email}?`}
              act="Turn off"
              onConfirm={async () => {
                await ok(hub.DELETE('/api/users/{id}/totp', path));
                await changed();
                tell.done(`${email} signs in by password alone now.`);
              }}
            >
              For a phone that is lost. Be sure that it is really them who ask. The password alone signs in from now on,
              their sessions end, and their recovery codes no longer count.
            </ConfirmButton>
          )}
        </Group>
      </Stack>
    </Card>
  );
}

/** Out for a while, or for good. */
export function EndUser({ tagged: { value: user, tag } }: { readonly tagged: TaggedUser }) {
  const { id, email, disabled } = user;
  const params = { path: { id } };
  const headers = { 'if-match': tag };
  const changed = useUsersChanged();
  const navigate = useNavigate();
  const tell = useTell();
  const setDisabled = async (value: boolean) => {
    await ok(hub.PATCH('/api/users/{id}', { params, headers, body: { disabled: value } }));
    await changed();
  };
  const enable = useMutation({
    mutationFn: async () => setDisabled(false),
    onSuccess: () => tell.done(`${email} can sign in again.`),
    onError: tell.failed,
  });
  return (
    <Card withBorder component="section" aria-labelledby="end">
      <Title order={2} size="h4" mb="xs" id="end">
        {disabled ? 'Enable or remove' : 'Disable or remove'}
      </Title>
      <Group gap="xs">
        {disabled ? (
          <Button variant="default" loading={enable.isPending} onClick={() => enable.mutate()}>
            Enable
          </Button>
        ) : (
          <ConfirmButton
            label="Disable"
            title={`Disable ${email}?`}
            act="Disable"
            color="orange"
            onConfirm={async () => setDisabled(true)}
          >
            They cannot sign in, their sessions end at once, and their API keys stop working. Nothing is deleted: it all
            counts again when you enable them.
          </ConfirmButton>
        )}
        <ConfirmButton
          label="Remove"
          button={{ color: 'red', variant: 'outline' }}
          title={`Remove ${email}?`}
          act="Remove"
          typeToConfirm={email}
          onConfirm={async () => {
            await ok(hub.DELETE('/api/users/{id}', { params, headers }));
            await navigate('/users');
            await changed();
          }}
        >
          The account is gone for good, with its sessions and API keys. What they did stays in the audit log.
        </ConfirmButton>
      </Group>
    </Card>
  );
}
