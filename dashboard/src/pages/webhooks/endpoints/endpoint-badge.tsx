import { Badge } from '@mantine/core';
import type { Endpoint } from './use-endpoints.ts';

const whys = {
  by_hand: 'disabled by hand',
  gone: 'disabled: it answered 410',
  failing: 'disabled: nothing arrived for five days',
} as const;

export function EndpointBadge({ endpoint }: { readonly endpoint: Endpoint }) {
  const { text, color } = wordOf(endpoint);
  return (
    <Badge variant="outline" tt="none" color={color}>
      {text}
    </Badge>
  );
}

function wordOf({ status, disabledReason, failingSince }: Endpoint): { readonly text: string; readonly color: string } {
  if (status === 'disabled') return { text: whys[disabledReason ?? 'by_hand'], color: 'gray' };
  return failingSince === null ? { text: 'enabled', color: 'teal' } : { text: 'failing', color: 'red' };
}
