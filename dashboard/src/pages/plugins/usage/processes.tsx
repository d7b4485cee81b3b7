import { Text } from '@mantine/core';
import { EmptyState } from '../../../components/states.tsx';
import { Time } from '../../../components/time.tsx';
import { bytesText } from '../bytes-text.ts';
import type { Plugin, PluginHealth } from '../use-plugins.ts';
import { Figures, Section } from './section.tsx';

type Process = PluginHealth['processes'][number];

const columns = [
  { title: 'Version' },
  { title: 'Process', numeric: true },
  { title: 'Started' },
  { title: 'Processor', numeric: true },
  { title: 'Memory', numeric: true },
  { title: 'Of that, objects', numeric: true },
  { title: 'Standstill', numeric: true },
] as const;

/** What runs now, as it was a second ago. */
export function Processes({
  processes,
  host,
}: {
  readonly processes: readonly Process[];
  readonly host: Plugin['host'];
}) {
  return (
    <Section title="Processes">
      {host === 'inline' ? (
        <EmptyState title="It runs inside the hub, and has no figures of its own" />
      ) : processes.length === 0 ? (
        <EmptyState title="None run" />
      ) : (
        <>
          <Figures label="Processes" columns={columns} rows={processes.map(row)} />
          {processes.map(({ version, growth }) =>
            growth?.steady === true ? (
              <Text key={version} size="sm" mt="xs" fw={600}>
                The memory of {version} rises all the time: {bytesText(growth.bytesPerHour)} an hour. Its calls do not
                explain that.
              </Text>
            ) : null,
          )}
        </>
      )}
    </Section>
  );
}

function row({ version, startedAt, pid, cpuShare, rssBytes, heapUsedBytes, loopDelayMs, memoryLimitBytes }: Process) {
  return {
    key: `${version}${startedAt}`,
    cells: [
      version,
      pid ?? '–',
      <Time at={startedAt} ago />,
      `${(cpuShare * 100).toFixed(0)} % of a core`,
      rssBytes === undefined ? '–' : `${bytesText(rssBytes)} of ${bytesText(memoryLimitBytes)}`,
      heapUsedBytes === undefined ? '–' : bytesText(heapUsedBytes),
      loopDelayMs === undefined ? '–' : `${loopDelayMs.toFixed(0)} ms`,
    ],
  };
}
