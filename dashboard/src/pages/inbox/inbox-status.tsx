import type { Item } from '@fairlead/client';
import { Badge } from '@mantine/core';

export type InboxRow = Item<'/api/inbox'>;
export type InboxStatus = InboxRow['status'];

interface Word {
  readonly text: string;
  readonly color: string;
  readonly about: string;
}

export const inboxWords: { readonly [Status in InboxStatus]: Word } = {
  received: { text: 'received', color: 'blue', about: 'It is stored, and waits to be worked on.' },
  unverified: { text: 'not verified yet', color: 'orange', about: 'Its signature could not be checked yet. It waits.' },
  failed: { text: 'failed, tried again', color: 'orange', about: 'Working on it failed. It is tried again by itself.' },
  dispatched: { text: 'done', color: 'teal', about: 'It was worked on.' },
  dead: { text: 'given up', color: 'red', about: 'All attempts failed. Replay it once the cause is gone.' },
  forged: { text: 'forged', color: 'red', about: 'Its signature was not genuine. It changed nothing.' },
};

export function InboxBadge({ status }: { readonly status: InboxStatus }) {
  const { text, color, about } = inboxWords[status];
  return (
    <Badge variant="outline" tt="none" color={color} title={about}>
      {text}
    </Badge>
  );
}
