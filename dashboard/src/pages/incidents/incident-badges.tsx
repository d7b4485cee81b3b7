import { Badge } from '@mantine/core';
import type { Incident } from './use-incidents.ts';

const severityColors = { info: 'blue', warning: 'yellow', error: 'orange', critical: 'red' } as const;

/** Told by the word; the colour only helps. */
export function SeverityBadge({ severity }: Pick<Incident, 'severity'>) {
  return (
    <Badge variant="dot" color={severityColors[severity]} tt="none" miw="max-content">
      {severity}
    </Badge>
  );
}

const stateColors = { open: 'red', acknowledged: 'yellow', resolved: 'teal' } as const;

export function StateBadge({ state }: Pick<Incident, 'state'>) {
  return (
    <Badge variant="dot" color={stateColors[state]} tt="none" miw="max-content">
      {state}
    </Badge>
  );
}
