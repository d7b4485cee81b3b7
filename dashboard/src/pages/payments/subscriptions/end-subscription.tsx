import { ok } from '@fairlead/client';
import { Button, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Confirm } from '../../../components/confirm.tsx';
import { useTell } from '../../../components/toasts.tsx';
import { hub } from '../../../hub.ts';
import { useMay } from '../../../session/use-session.ts';
import { usePaymentsChanged } from '../use-payments.ts';
import type { Subscription } from './subscription-words.tsx';

type When = 'now' | 'period_end';

export function EndSubscription({
  subscription: { id, name, status, cancelsAt },
}: {
  readonly subscription: Subscription;
}) {
  const may = useMay();
  const changed = usePaymentsChanged();
  const tell = useTell();
  const [opened, setOpened] = useState(false);
  const [when, setWhen] = useState<When>('period_end');
  if (!may('payments.subscriptions') || status === 'cancelled' || status === 'expired') return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        End it …
      </Button>
      <Confirm
        opened={opened}
        onClose={() => setOpened(false)}
        title={`End the subscription ${name}?`}
        act="End it"
        onConfirm={async () => {
          const { cancel } = await ok(
            hub.POST('/api/subscriptions/{id}/cancel', { params: { path: { id } }, body: { when } }),
          );
          await changed();
          if (cancel?.state === 'declined' || cancel?.state === 'not_made') {
            throw new Error(cancel.problem?.text ?? 'The provider did not end it.');
          }
          tell.done(cancel?.state === 'unknown' ? 'The provider did not say. The hub goes on asking.' : 'It is ended.');
        }}
      >
        <Stack>
          <Radio.Group label="When" value={when} onChange={(value) => setWhen(value as When)}>
            <Stack gap="xs" mt="xs">
              <Radio value="period_end" label="With the period that is paid" disabled={cancelsAt !== null} />
              <Radio value="now" label="At once" />
            </Stack>
          </Radio.Group>
          <Text>
            Nothing more is billed. Money that was paid stays: refund its payments if some of it shall go back. This
            cannot be undone.
          </Text>
        </Stack>
      </Confirm>
    </>
  );
}
