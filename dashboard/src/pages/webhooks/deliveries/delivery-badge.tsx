import type { Item } from '@fairlead/client';
import { Badge } from '@mantine/core';

export type DeliveryRow = Item<'/api/deliveries'>;
export type DeliveryStatus = DeliveryRow['status'];

const words: { readonly [Status in DeliveryStatus]: { readonly text: string; readonly color: string } } = {
  pending: { text: 'under way', color: 'blue' },
  succeeded: { text: 'arrived', color: 'teal' },
  failed: { text: 'failed', color: 'red' },
  cancelled: { text: 'cancelled', color: 'gray' },
};

export const deliveryStatuses = Object.entries(words).map(([value, { text }]) => ({ value, label: text }));

export function DeliveryBadge({ status }: { readonly status: DeliveryStatus }) {
  const { text, color } = words[status];
  return (
    <Badge variant="outline" tt="none" color={color}>
      {text}
    </Badge>
  );
}
