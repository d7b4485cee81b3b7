import type { Answer } from '@fairlead/client';
import { Badge } from '@mantine/core';

export type Payout = Answer<'/api/payouts/{id}'>;

const words: { readonly [Status in Payout['status']]: { readonly text: string; readonly color: string } } = {
  created: { text: 'being sent', color: 'blue' },
  pending: { text: 'on its way', color: 'blue' },
  succeeded: { text: 'arrived', color: 'teal' },
  failed: { text: 'failed', color: 'red' },
  cancelled: { text: 'cancelled', color: 'gray' },
  unknown: { text: 'unknown', color: 'orange' },
};

export const payoutStatuses = Object.entries(words).map(([value, { text }]) => ({ value, label: text }));

export function PayoutBadge({ status }: { readonly status: Payout['status'] }) {
  const { text, color } = words[status];
  return (
    <Badge variant="outline" tt="none" color={color}>
      {text}
    </Badge>
  );
}
