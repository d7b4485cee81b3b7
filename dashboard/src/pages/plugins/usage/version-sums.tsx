import { EmptyState } from '../../../components/states.tsx';
import { bytesText } from '../bytes-text.ts';
import type { PluginHealth } from '../use-plugins.ts';
import { Figures } from './section.tsx';

const columns = [
  { title: 'Version' },
  { title: 'Attempts', numeric: true },
  { title: 'Failed', numeric: true },
  { title: 'Starts', numeric: true },
  { title: 'Crashes' },
  { title: 'Refused hosts', numeric: true },
  { title: 'Processor', numeric: true },
  { title: 'Most memory', numeric: true },
  { title: 'Longest standstill', numeric: true },
] as const;

/** Versions beside each other, over the whole span. */
export function VersionSums({ versions }: { readonly versions: PluginHealth['versions'] }) {
  if (versions.length === 0) return <EmptyState title="Nothing in this time" />;
  return (
    <Figures
      label="By version"
      columns={columns}
      rows={versions.map((one) => ({
        key: one.version,
        cells: [
          one.version,
          one.calls,
          one.calls === 0 ? '–' : `${one.errors} (${((one.errors / one.calls) * 100).toFixed(1)} %)`,
          one.restarts === 0 ? one.starts : `${one.starts}, ${one.restarts} after a failure`,
          failuresText(one.failures),
          one.refused,
          `${(one.cpuMs / 1_000).toFixed(1)} s`,
          one.rssMostBytes === 0 ? '–' : bytesText(one.rssMostBytes),
          one.loopDelayMostMs === 0 ? '–' : `${Math.round(one.loopDelayMostMs)} ms`,
        ],
      }))}
    />
  );
}

function failuresText(failures: Readonly<Record<string, number>>): string {
  const told = Object.entries(failures).map(([code, count]) => `${count} × ${code}`);
  return told.length === 0 ? 'none' : told.join(', ');
}
