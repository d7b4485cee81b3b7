import { SegmentedControl } from '@mantine/core';

/** How far back a chart looks, in hours. */
export const spans = { '1 h': 1, '6 h': 6, '24 h': 24, '7 d': 168 } as const;
export type Span = keyof typeof spans;

/** The moment at which a span that ends now begins, ISO 8601. */
export function beginOf(span: Span): string {
  return new Date(Date.now() - spans[span] * 3_600_000).toISOString();
}

export function SpanChoice({ span, onChange }: { readonly span: Span; readonly onChange: (span: Span) => void }) {
  return (
    <SegmentedControl
      size="xs"
      data={Object.keys(spans)}
      value={span}
      onChange={(value) => onChange(value as Span)}
      aria-label="Span"
    />
  );
}
