import { Box } from '@mantine/core';

interface Bar {
  readonly key: string;
  readonly whole: number;
  readonly bad: number;
}

const height = 64;

/** A small chart of counts over time: no more code than a picture needs. The label says it in words. */
export function Bars({ bars, label }: { readonly bars: readonly Bar[]; readonly label: string }) {
  const most = Math.max(1, ...bars.map(({ whole }) => whole));
  const width = 100 / Math.max(1, bars.length);
  return (
    <Box
      component="svg"
      role="img"
      aria-label={label}
      viewBox={`0 0 100 ${height}`}
      preserveAspectRatio="none"
      w="100%"
      h={height}
    >
      {bars.map(({ key, whole, bad }, index) => {
        const tall = (whole / most) * height;
        const red = (bad / most) * height;
        return (
          <g key={key} transform={`translate(${index * width} 0)`}>
            <rect y={height - tall} width={width * 0.8} height={tall} fill="var(--mantine-primary-color-filled)" />
            <rect y={height - red} width={width * 0.8} height={red} fill="var(--status-unhealthy)" />
          </g>
        );
      })}
      <line
        x1="0"
        x2="100"
        y1={height - 0.25}
        y2={height - 0.25}
        stroke="var(--mantine-color-default-border)"
        strokeWidth="0.5"
      />
    </Box>
  );
}
