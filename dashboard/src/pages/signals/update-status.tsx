import { Badge } from '@mantine/core';
import type { Update } from './use-signals.ts';

export const updateStatuses: Update['status'][] = ['unresolved', 'applied', 'applying', 'dismissed'];

const colors: Record<Update['status'], string> = {
  unresolved: 'orange',
  applied: 'teal',
  applying: 'gray',
  dismissed: 'gray',
};

export function UpdateStatus({ status }: { readonly status: Update['status'] }) {
  return (
    <Badge variant="outline" color={colors[status]} tt="none">
      {status}
    </Badge>
  );
}
