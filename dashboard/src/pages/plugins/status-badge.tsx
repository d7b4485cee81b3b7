import { Badge } from '@mantine/core';
import type { PluginRow } from './use-plugins.ts';

type Status = PluginRow['status'];

const shown: { readonly [Key in Status]: { readonly text: string; readonly color: string } } = {
  discovered: { text: 'not enabled yet', color: 'gray' },
  enabled: { text: 'enabled', color: 'blue' },
  starting: { text: 'starting', color: 'blue' },
  running: { text: 'running', color: 'teal' },
  backoff: { text: 'tried again soon', color: 'orange' },
  quarantined: { text: 'failed too often', color: 'red' },
  incompatible: { text: 'cannot run', color: 'red' },
  disabled: { text: 'disabled', color: 'gray' },
};

/** How a plugin is, in words. */
export function StatusBadge({ status }: { readonly status: Status }) {
  const { text, color } = shown[status];
  return (
    <Badge variant="dot" color={color} tt="none" miw="max-content">
      {text}
    </Badge>
  );
}

export const statusChoices = Object.entries(shown).map(([value, { text }]) => ({ value, label: text }));
