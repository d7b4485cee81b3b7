import type { PluginHealth } from '../use-plugins.ts';

type Columns = readonly (readonly (number | null)[])[];

const minuteMs = 60_000;

/** Attempts and failures of all connections together: times, attempts, failures. */
export function byMinute(minutes: PluginHealth['minutes']): Columns {
  const sums = new Map<string, { calls: number; errors: number }>();
  for (const { at, calls, errors } of minutes) {
    const sum = sums.get(at) ?? { calls: 0, errors: 0 };
    sums.set(at, { calls: sum.calls + calls, errors: sum.errors + errors });
  }
  const sorted = [...sums].toSorted(([one], [other]) => one.localeCompare(other));
  return [
    sorted.map(([at]) => Date.parse(at) / 1_000),
    sorted.map(([, { calls }]) => calls),
    sorted.map(([, { errors }]) => errors),
  ];
}

/** What the processes of each version used by the minute; of the latest `most` versions. */
export function byVersion(usage: PluginHealth['usage'], most: number) {
  const sorted = usage.toSorted((one, other) => one.at.localeCompare(other.at));
  const versions = [...new Set(sorted.toReversed().map(({ version }) => version))].slice(0, most);
  const times = [...new Set(sorted.map(({ at }) => at))];
  const found = new Map(sorted.map((one) => [`${one.at} ${one.version}`, one]));
  const columns = (value: (one: PluginHealth['usage'][number]) => number): Columns => [
    times.map((at) => Date.parse(at) / 1_000),
    ...versions.map((version) =>
      times.map((at) => {
        const one = found.get(`${at} ${version}`);
        // A minute in which it only started has no figures.
        return one === undefined || one.samples === 0 ? null : value(one);
      }),
    ),
  ];
  return {
    versions,
    processor: columns(({ cpuMs }) => (cpuMs / minuteMs) * 100),
    memory: columns(({ rssBytes }) => rssBytes.average / 1_000_000),
  };
}
