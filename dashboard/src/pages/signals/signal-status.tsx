import { Badge } from '@mantine/core';
import type { SignalRow } from './use-signals.ts';

type Status = SignalRow['status'];

export const signalStatuses: Status[] = [
  'review',
  'published',
  'executing',
  'open',
  'closed',
  'rejected',
  'expired',
  'parsed',
];

const colors: Record<Status, string> = {
  parsed: 'gray',
  review: 'orange',
  published: 'teal',
  executing: 'teal',
  open: 'teal',
  closed: 'gray',
  rejected: 'red',
  expired: 'gray',
};

export function SignalStatus({ status }: { readonly status: Status }) {
  return (
    <Badge variant="outline" color={colors[status]} tt="none">
      {status === 'review' ? 'in review' : status}
    </Badge>
  );
}
