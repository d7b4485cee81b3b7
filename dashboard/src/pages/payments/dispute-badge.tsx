import { Badge } from '@mantine/core';

const words: { readonly [status: string]: { readonly text: string; readonly color: string } } = {
  inquiry: { text: 'asked about', color: 'blue' },
  needs_response: { text: 'needs an answer', color: 'orange' },
  under_review: { text: 'the bank decides', color: 'blue' },
  won: { text: 'won', color: 'teal' },
  lost: { text: 'lost', color: 'red' },
  closed: { text: 'closed', color: 'gray' },
};

export const disputeStatuses = Object.entries(words).map(([value, { text }]) => ({ value, label: text }));

export function DisputeBadge({ status }: { readonly status: string }) {
  const { text, color } = words[status] ?? { text: status, color: 'gray' };
  return (
    <Badge variant="outline" tt="none" color={color}>
      {text}
    </Badge>
  );
}
