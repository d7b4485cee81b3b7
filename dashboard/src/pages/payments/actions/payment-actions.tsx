import { ok } from '@fairlead/client';
import { Button, CopyButton, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm } from '../../../components/confirm.tsx';
import { moneyText } from '../../../components/money.tsx';
import { useTell } from '../../../components/toasts.tsx';
import { hub } from '../../../hub.ts';
import { useMay } from '../../../session/use-session.ts';
import { nameOf } from '../payment-table.tsx';
import { type Payment, usePaymentsChanged } from '../use-payments.ts';
import { useAct } from './act.ts';
import { capturable, isCancellable, isVoidable, refundable } from './allowed.ts';
import { CaptureModal } from './capture-modal.tsx';
import { RefundModal } from './refund-modal.tsx';

/** What can be done with a payment as it stands, by whoever may. */
export function PaymentActions({ payment }: { readonly payment: Payment }) {
  const may = useMay();
  const [asking, setAsking] = useState<'capture' | 'void' | 'refund' | 'cancel'>();
  const close = () => setAsking(undefined);
  const { status, checkoutUrl } = payment;
  const cancellable = may('payments.create') && isCancellable(payment);
  return (
    <>
      {may('payments.capture') && capturable(payment) > 0n && (
        <Button onClick={() => setAsking('capture')}>Capture …</Button>
      )}
      {may('payments.refund') && refundable(payment) > 0n && (
        <Button variant="default" onClick={() => setAsking('refund')}>
          Refund …
        </Button>
      )}
      {may('payments.capture') && isVoidable(payment) && (
        <Button variant="default" onClick={() => setAsking('void')}>
          Void …
        </Button>
      )}
      {cancellable && (
        <Button variant="default" onClick={() => setAsking('cancel')}>
          Cancel payment …
        </Button>
      )}
      {may('payments.create') && payment.attempts.length > 0 && <CheckNow payment={payment} />}
      {(status === 'created' || status === 'requires_action') && (
        <CopyButton value={checkoutUrl}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy the checkout address'}
            </Button>
          )}
        </CopyButton>
      )}
      <CaptureModal payment={payment} opened={asking === 'capture'} onClose={close} />
      <RefundModal payment={payment} opened={asking === 'refund'} onClose={close} />
      <VoidQuestion payment={payment} opened={asking === 'void'} onClose={close} />
      <CancelQuestion payment={payment} opened={asking === 'cancel'} onClose={close} />
    </>
  );
}

interface QuestionProps {
  readonly payment: Payment;
  readonly opened: boolean;
  readonly onClose: () => void;
}

function VoidQuestion({ payment, opened, onClose }: QuestionProps) {
  const { id, authorized, status } = payment;
  const act = useAct();
  const held = status === 'authorized';
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title={`Void ${nameOf(payment)}?`}
      act="Void"
      onConfirm={async () =>
        act(
          (header) => hub.POST('/api/payments/{id}/void', { params: { path: { id }, header } }),
          'The payment is void.',
        )
      }
    >
      <Text>
        {held
          ? `The ${moneyText(authorized)} that are held go back to the customer. They cannot be captured any more. No money leaves your account.`
          : 'The open checkout is ended, so that nobody can pay it any more. Nothing was paid yet, and no money moves.'}
      </Text>
    </Confirm>
  );
}

function CancelQuestion({ payment, opened, onClose }: QuestionProps) {
  const { id } = payment;
  const changed = usePaymentsChanged();
  const tell = useTell();
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title={`Cancel ${nameOf(payment)}?`}
      act="Cancel the payment"
      onConfirm={async () => {
        await ok(hub.POST('/api/payments/{id}/cancel', { params: { path: { id } } }));
        await changed();
        tell.done('The payment is cancelled.');
      }}
    >
      <Text>
        Its open checkouts are ended, and nobody can pay it any more. Nothing was paid yet, and no money moves. This
        cannot be undone: make a new payment instead.
      </Text>
    </Confirm>
  );
}

function CheckNow({ payment: { id } }: { readonly payment: Payment }) {
  const changed = usePaymentsChanged();
  const tell = useTell();
  const check = useMutation({
    mutationFn: async () => ok(hub.POST('/api/payments/{id}/check', { params: { path: { id } } })),
    async onSuccess() {
      await changed();
      tell.done('The provider was asked. What it said is on the timeline.');
    },
    onError: tell.failed,
  });
  return (
    <Button variant="default" loading={check.isPending} onClick={() => check.mutate()}>
      Check now
    </Button>
  );
}
