import { Badge } from '@mantine/core';

export type Health = 'healthy' | 'degraded' | 'unhealthy' | 'unknown' | 'paused';

const shown: { readonly [Key in Health]: { readonly sign: string; readonly text: string } } = {
  healthy: { sign: '●', text: 'healthy' },
  degraded: { sign: '▲', text: 'degraded' },
  unhealthy: { sign: '■', text: 'unhealthy' },
  unknown: { sign: '?', text: 'unknown' },
  paused: { sign: '‖', text: 'paused' },
};

/** How a connection is: by a sign, a word and a colour, because not everyone sees all of them. */
export function HealthBadge({ health }: { readonly health: Health }) {
  const { sign, text } = shown[health];
  const color = `var(--status-${health === 'paused' ? 'unknown' : health})`;
  return (
    <Badge
      variant="outline"
      c={color}
      bd={`1px solid ${color}`}
      tt="none"
      // The word is the point: where room is short, something else is.
      miw="max-content"
      leftSection={<span aria-hidden>{sign}</span>}
    >
      {text}
    </Badge>
  );
}
