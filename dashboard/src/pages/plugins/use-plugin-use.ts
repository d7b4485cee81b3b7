import { useMemo } from 'react';
import { useMay } from '../../session/use-session.ts';
import { type Overview, useOverview } from '../overview/use-overview.ts';

/** How much plugins are used. */
export interface PluginUse {
  /** “3 connections, 120 calls this hour” */
  textOf(plugin: string): string;
}

/** From the wall, which knows the latest hour of every connection. Undefined for those who may not see connections. */
export function usePluginUse(): PluginUse | undefined {
  const may = useMay()('connections.read');
  const { data } = useOverview();
  return useMemo(() => (may && data !== undefined ? useOf(data) : undefined), [may, data]);
}

function useOf({ connections, total }: Overview): PluginUse {
  const counts = new Map<string, { connections: number; calls: number }>();
  for (const { plugin, calls } of connections) {
    const count = counts.get(plugin) ?? { connections: 0, calls: 0 };
    counts.set(plugin, { connections: count.connections + 1, calls: count.calls + calls });
  }
  // The wall shows no more than so many.
  const atLeast = total > connections.length ? 'at least ' : '';
  return {
    textOf(plugin) {
      const count = counts.get(plugin);
      if (count === undefined) return atLeast === '' ? 'not used' : '';
      const many = count.connections === 1 ? '1 connection' : `${count.connections} connections`;
      const calls = count.calls === 1 ? '1 call' : `${count.calls} calls`;
      return `${atLeast}${many}, ${calls} this hour`;
    },
  };
}
