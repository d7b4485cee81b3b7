import { HubProblem, ok } from '@fairlead/client';
import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { newIdempotencyKey } from '../../components/idempotency-key.ts';
import type { Tagged } from '../../components/tagged.ts';
import { hub } from '../../hub.ts';
import { ActForm, ActModal } from './act-form.tsx';
import { signalText } from './signal-words.ts';
import type { Signal } from './use-signals.ts';

export interface SignalModalProps {
  readonly found: Tagged<Signal>;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onDone?: (() => void) | undefined;
}

/** Publishes a signal. What the checks refuse needs a reason, which is kept. */
export function PublishModal({ found, opened, onClose, onDone }: SignalModalProps) {
  const { symbol, side } = found.value;
  return (
    <ActModal opened={opened} onClose={onClose} title={`Publish ${side} ${symbol}?`}>
      <PublishForm found={found} onClose={onClose} onDone={onDone} />
    </ActModal>
  );
}

function PublishForm({ found, onClose, onDone }: Omit<SignalModalProps, 'opened'>) {
  // As it was when the question came up: what changes meanwhile is refused, and looked at again.
  const [{ value: signal, tag }] = useState(found);
  const [refused, setRefused] = useState(isRefused(signal));
  const [reason, setReason] = useState('');
  const [key] = useState(newIdempotencyKey);
  return (
    <ActForm
      act={refused ? 'Publish all the same' : 'Publish'}
      {...(refused ? { color: 'red' } : {})}
      said={`${signal.symbol} ${signal.side} is published.`}
      focusAct={!refused}
      onClose={onClose}
      onDone={onDone}
      onFault={(error) => {
        if (error instanceof HubProblem && error.code === 'conflict' && error.details?.['reject'] !== undefined)
          setRefused(true);
      }}
      run={async () =>
        ok(
          hub.POST('/api/signals/{id}/publish', {
            params: { path: { id: signal.id }, header: { 'idempotency-key': `${key}${refused ? '-override' : ''}` } },
            headers: { 'if-match': tag },
            body: refused ? { override: { reason } } : {},
          }),
        )
      }
    >
      <Text size="sm">{signalText(signal)}.</Text>
      <Text size="sm">
        Whoever follows published signals may trade it from now on. Until somebody does it can be withdrawn; after that
        it cannot.
      </Text>
      {refused && (
        <TextInput
          label="Why it is published although the checks refuse it"
          description={signal.reject ?? 'It names no stop, repeats another, or was rejected.'}
          required
          maxLength={500}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          data-autofocus
        />
      )}
    </ActForm>
  );
}

/** What the hub would refuse without an override, as far as can be seen from here. */
function isRefused({ valid, status, stopLoss, stopLossPips, stopLossPercent }: Signal): boolean {
  const hasStop = stopLoss !== null || stopLossPips !== undefined || stopLossPercent !== undefined;
  return !valid || !hasStop || status === 'rejected';
}
