import { HubProblem } from '@fairlead/client';
import { Alert, Button, Card, Center, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { session } from './hub.ts';

/** E-mail and password; the code of a second factor once the hub asks for one. */
export function SignInPage({ because }: { readonly because: string | undefined }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [totp, setTotp] = useState<string>();
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setFault(undefined);
    try {
      await session.signIn({ email, password, ...(totp === undefined || totp === '' ? {} : { totp: totp.trim() }) });
    } catch (error) {
      if (error instanceof HubProblem && error.code === 'totp_required') setTotp('');
      else setFault(describe(error));
      setBusy(false);
    }
  }

  return (
    <Center component="main" mih="100dvh" p="md">
      <Card withBorder shadow="sm" w={380} maw="100%" p="xl" radius="md">
        <form onSubmit={(event) => void submit(event)}>
          <Stack>
            <div>
              <Title order={1} size="h2">
                Fairlead
              </Title>
              <Text c="dimmed" size="sm">
                Sign in to this hub
              </Text>
            </div>
            {(fault ?? because) !== undefined && (
              <Alert color={fault === undefined ? 'blue' : 'red'} role="alert">
                {fault ?? because}
              </Alert>
            )}
            <TextInput
              label="E-mail"
              type="email"
              autoComplete="username"
              required
              value={email}
              onChange={({ currentTarget }) => setEmail(currentTarget.value)}
            />
            <PasswordInput
              label="Password"
              autoComplete="current-password"
              required
              value={password}
              onChange={({ currentTarget }) => setPassword(currentTarget.value)}
            />
            {totp !== undefined && (
              <TextInput
                label="Code"
                description="Of your authenticator app, or one of your recovery codes"
                autoComplete="one-time-code"
                required
                autoFocus
                value={totp}
                onChange={({ currentTarget }) => setTotp(currentTarget.value)}
              />
            )}
            <Button type="submit" loading={busy}>
              Sign in
            </Button>
            <Text c="dimmed" size="xs">
              The first start of a hub prints the owner’s e-mail and a one-time password in its terminal.
            </Text>
          </Stack>
        </form>
      </Card>
    </Center>
  );
}

function describe(error: unknown): string {
  if (!(error instanceof HubProblem)) return 'The hub cannot be reached. Is it running?';
  if (error.code !== 'too_many_requests' || error.retryAfterMs === undefined) return error.message;
  return `Too many attempts failed. Try again in ${Math.ceil(error.retryAfterMs / 1_000)} seconds.`;
}
