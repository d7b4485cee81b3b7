import { ok } from '@fairlead/client';
import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { hub } from '../../hub.ts';
import { ActForm, ActModal } from './act-form.tsx';
import type { SignalModalProps } from './publish-modal.tsx';

/** Sets a signal aside; one that is published and not traded yet is withdrawn. */
export function RejectModal({ found, opened, onClose, onDone }: SignalModalProps) {
  const { symbol, side, status } = found.value;
  const verb = status === 'published' ? 'Withdraw' : 'Reject';
  return (
    <ActModal opened={opened} onClose={onClose} title={`${verb} ${side} ${symbol}?`}>
      <RejectForm found={found} onClose={onClose} onDone={onDone} verb={verb} />
    </ActModal>
  );
}

function RejectForm({ found, onClose, onDone, verb }: Omit<SignalModalProps, 'opened'> & { readonly verb: string }) {
  const [{ value: signal, tag }] = useState(found);
  const [reason, setReason] = useState('');
  const isPublished = signal.status === 'published';
  return (
    <ActForm
      act={verb}
      color="red"
      said={`${signal.symbol} ${signal.side} is ${isPublished ? 'withdrawn' : 'rejected'}.`}
      onClose={onClose}
      onDone={onDone}
      run={async () =>
        ok(
          hub.POST('/api/signals/{id}/reject', {
            params: { path: { id: signal.id } },
            headers: { 'if-match': tag },
            body: reason === '' ? {} : { reason },
          }),
        )
      }
    >
      <Text size="sm">
        {isPublished
          ? 'Whoever follows published signals is told not to trade it any more. What is being traded already is left alone.'
          : 'It is set aside, and nobody is told to trade it. It can be edited or published later.'}
      </Text>
      <TextInput
        label="Reason"
        description="Kept in its history. May be empty."
        maxLength={500}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        data-autofocus
      />
    </ActForm>
  );
}
