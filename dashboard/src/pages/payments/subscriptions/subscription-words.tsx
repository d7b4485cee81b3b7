import type { Answer } from '@fairlead/client';
import { Badge } from '@mantine/core';

export type Subscription = Answer<'/api/subscriptions/{id}'>;
type Status = Subscription['status'];

const words: { readonly [Key in Status]: { readonly text: string; readonly color: string } } = {
  pending: { text: 'not begun', color: 'gray' },
  active: { text: 'active', color: 'teal' },
  past_due: { text: 'past due', color: 'orange' },
  paused: { text: 'paused', color: 'gray' },
  cancelled: { text: 'cancelled', color: 'gray' },
  expired: { text: 'expired', color: 'red' },
};

export const subscriptionStatuses = Object.entries(words).map(([value, { text }]) => ({ value, label: text }));

export function SubscriptionBadge({ status }: { readonly status: Status }) {
  const { text, color } = words[status];
  return (
    <Badge variant="outline" tt="none" color={color}>
      {text}
    </Badge>
  );
}

/** “each month”, “every 3 months”. */
export function periodText({ every, unit }: Pick<Subscription, 'every' | 'unit'>): string {
  return every === 1 ? `each ${unit}` : `every ${every} ${unit}s`;
}
