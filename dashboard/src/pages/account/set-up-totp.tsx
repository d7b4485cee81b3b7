import { type Answer, ok } from '@fairlead/client';
import { Center, List, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormEnd } from '../../components/form-end.tsx';
import { CopyText } from '../../components/copy-text.tsx';
import { QrCode } from '../../components/qr-code.tsx';
import { hub } from '../../hub.ts';
import { AccountModal } from './account-modal.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { useAccountChanged } from './use-totp.ts';

type Setup = Answer<'/api/auth/totp/begin', 'post'>;

type Step =
  | { readonly kind: 'password' }
  | { readonly kind: 'secret'; readonly setup: Setup }
  | { readonly kind: 'codes'; readonly codes: readonly string[] };

/** Password, then the secret, then a first code of it, then the recovery codes. */
export function SetUpTotp({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  return (
    <AccountModal opened={opened} onClose={onClose} title="Set up two-factor sign-in">
      <Steps onClose={onClose} />
    </AccountModal>
  );
}

function Steps({ onClose }: { readonly onClose: () => void }) {
  const [step, setStep] = useState<Step>({ kind: 'password' });
  const changed = useAccountChanged();
  switch (step.kind) {
    case 'password':
      return <AskPassword onBegun={(setup) => setStep({ kind: 'secret', setup })} onClose={onClose} />;
    case 'secret':
      return (
        <ShowSecret
          setup={step.setup}
          onConfirmed={(codes) => {
            setStep({ kind: 'codes', codes });
            void changed();
          }}
          onClose={onClose}
        />
      );
    case 'codes':
      return <RecoveryCodes codes={step.codes} onKept={onClose} />;
  }
}

function AskPassword({ onBegun, onClose }: { readonly onBegun: (setup: Setup) => void; readonly onClose: () => void }) {
  const [password, setPassword] = useState('');
  const begin = useMutation({
    gcTime: 0,
    mutationFn: async () => ok(hub.POST('/api/auth/totp/begin', { body: { password } })),
    onSuccess: onBegun,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate();
      }}
    >
      <Stack>
        <Text size="sm">You need an authenticator app, such as the one of your password manager or of your phone.</Text>
        <PasswordInput
          label="Your password"
          autoComplete="current-password"
          required
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
          data-autofocus
        />
        <FormEnd doing={begin} act="Go on" onCancel={onClose} />
      </Stack>
    </form>
  );
}

function ShowSecret({
  setup: { secret, uri },
  onConfirmed,
  onClose,
}: {
  readonly setup: Setup;
  readonly onConfirmed: (codes: readonly string[]) => void;
  readonly onClose: () => void;
}) {
  const [code, setCode] = useState('');
  const confirm = useMutation({
    gcTime: 0,
    mutationFn: async () => ok(hub.POST('/api/auth/totp/confirm', { body: { code } })),
    onSuccess: ({ recoveryCodes }) => onConfirmed(recoveryCodes),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate();
      }}
    >
      <Stack>
        <List type="ordered" size="sm" spacing="xs">
          <List.Item>Scan this with the authenticator, or type the secret into it.</List.Item>
          <List.Item>Enter the code that it shows.</List.Item>
        </List>
        <Center>
          <QrCode text={uri} label="QR code for an authenticator; the secret below is the same as text" />
        </Center>
        <div>
          <Text size="sm" fw={600}>
            Secret
          </Text>
          <CopyText text={secret} label="the secret" />
        </div>
        <TextInput
          label="Code"
          description="Six digits"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          maxLength={12}
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
        />
        <Text size="sm" c="dimmed">
          From then on every sign-in asks for a code. Your other sessions end.
        </Text>
        <FormEnd doing={confirm} act="Turn on" onCancel={onClose} />
      </Stack>
    </form>
  );
}
