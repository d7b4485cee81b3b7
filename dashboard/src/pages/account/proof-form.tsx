import { PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { FormEnd } from '../../components/form-end.tsx';

export interface Proof {
  readonly password: string;
  readonly code: string;
}

/** Password and code, for what a session left open must not do by itself. */
export function ProofForm({
  act,
  color,
  onProof,
  onClose,
  children,
}: {
  /** The verb of the button. */
  readonly act: string;
  readonly color?: string;
  readonly onProof: (proof: Proof) => Promise<unknown>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const prove = useMutation({ gcTime: 0, mutationFn: async () => onProof({ password, code }) });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        prove.mutate();
      }}
    >
      <Stack>
        <div>{children}</div>
        <PasswordInput
          label="Your password"
          autoComplete="current-password"
          required
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
          data-autofocus
        />
        <TextInput
          label="Code"
          description="Of your authenticator, or a recovery code"
          autoComplete="one-time-code"
          required
          maxLength={40}
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
        />
        <FormEnd doing={prove} act={act} onCancel={onClose} color={color} />
      </Stack>
    </form>
  );
}
