import {
  createPluginUpgrades,
  type HealthMonitor,
  type PluginUpgrades,
  type Recorder,
  type UpgradePorts,
} from '@fairlead/core';
import { builtInCapabilities, type Manifest, type Operation } from '@fairlead/sdk';
import type { Calls } from './calls.ts';
import type { Foundation } from './foundation.ts';
import type { Installed } from './plugins.ts';

interface UpgradeParts {
  readonly calls: Pick<Calls, 'trial' | 'guard'>;
  readonly health: Pick<HealthMonitor, 'minutes'>;
}

/** Minutes over which the version before is judged. */
const judgedMinutes = 15;

/** Nothing is upgraded yet, and nothing of before is gone on with. */
export function composeUpgrades(
  { clock, logger: log, incidents }: Pick<Foundation, 'clock' | 'logger' | 'incidents'>,
  { plugins: registry, connections, moves }: Pick<Installed, 'plugins' | 'connections' | 'moves'>,
  { calls, health }: UpgradeParts,
  cleanup: AsyncDisposableStack,
): PluginUpgrades {
  const ports: UpgradePorts = {
    async try(version, target, copy) {
      const trial = await calls.trial(version, target, copy);
      const [first, ...others] = probesOf(version.manifest);
      return {
        test: async () => void (first !== undefined && (await trial.call(first, {}))),
        async probe() {
          for (const probe of others) await trial.call(probe, {});
        },
        dispose: async () => trial[Symbol.asyncDispose](),
      };
    },
    async testPresent(connectionId) {
      const { plugin } = await connections.get(connectionId);
      const [probe] = probesOf(registry.running(plugin).manifest);
      if (probe !== undefined) await calls.guard.invoke(connectionId, probe, {});
    },
    async recentCalls(plugin, version) {
      const minute = Math.floor(clock.now() / 60_000);
      const minutes = await health.minutes({ plugin }, minute - judgedMinutes, minute + 1);
      const own = minutes.filter((one) => one.version === version);
      return { calls: sum(own.map(({ calls }) => calls)), errors: sum(own.map(({ errors }) => errors)) };
    },
  };
  const upgrades = createPluginUpgrades({ registry, moves, ports, incidents, clock, log });
  cleanup.defer(() => upgrades.dispose());
  return upgrades;
}

/** The same recorder; what it records is also seen by whoever watches a version that is new. */
export function seenBy(
  upgrades: () => Pick<PluginUpgrades, 'saw'>,
  recorder: Recorder,
  { plugin, version }: { readonly plugin: string; readonly version: string },
): Recorder {
  return {
    ...recorder,
    record(outcome, durationMs) {
      recorder.record(outcome, durationMs);
      upgrades().saw(plugin, version, outcome);
    },
  };
}

/** For each capability of a plugin the operation that asks without changing anything; that of the first tests credentials. */
function probesOf(manifest: Manifest): readonly Operation[] {
  return builtInCapabilities.flatMap(({ id, operations, probe }) => {
    const operation = (operations as { readonly [name: string]: Operation })[probe];
    const isOffered = manifest.capabilities[id]?.operations[probe] !== undefined;
    return operation !== undefined && isOffered ? [operation] : [];
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
