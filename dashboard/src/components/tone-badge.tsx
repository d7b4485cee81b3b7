import { Badge, type BadgeProps } from '@mantine/core';
import type { ReactNode } from 'react';

/** `good`: as wished. `warning`: somebody should look. `bad`: it failed, or was refused. `plain`: neither. */
export type Tone = 'good' | 'warning' | 'bad' | 'plain';

const colours: Readonly<Record<Tone, string>> = {
  good: 'healthy',
  warning: 'degraded',
  bad: 'unhealthy',
  plain: 'unknown',
};

/** A word on how something stands. The colour repeats what the word says. */
export function ToneBadge({
  tone,
  children,
  ...rest
}: BadgeProps & { readonly tone: Tone; readonly children: ReactNode }) {
  const colour = `var(--status-${colours[tone]})`;
  return (
    <Badge variant="outline" tt="none" c={colour} bd={`1px solid ${colour}`} {...rest}>
      {children}
    </Badge>
  );
}
