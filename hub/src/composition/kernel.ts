import {
  createWebhooks,
  type HealthMonitor,
  type Inbox,
  type Overview,
  type PluginUpgrades,
  type Webhooks,
} from '@fairlead/core';
import { type Calls, createCalls } from './calls.ts';
import { type BoundFlow, bindFlows } from './flows.ts';
import type { Foundation } from './foundation.ts';
import { composeHealth, composeOverview, lookAfterPlugins } from './health.ts';
import { composeInbox } from './inbox.ts';
import { toLogger } from './log.ts';
import { journalled } from './plugin-usage.ts';
import type { Installed } from './plugins.ts';
import { composeUpgrades, seenBy } from './upgrades.ts';

/** What calls out and what takes in: guard, health, flows, inbox, outgoing webhooks. */
export interface Kernel {
  readonly calls: Calls;
  readonly health: HealthMonitor;
  readonly overview: Overview;
  readonly flows: readonly BoundFlow[];
  readonly inbox: Inbox;
  readonly upgrades: PluginUpgrades;
  readonly webhooks: Webhooks;
}

/** Where the hub is reached from outside. */
export interface Addresses {
  readonly publicUrl: () => string;
  readonly webhookUrl: (connectionId: string) => string;
}

/** Nothing polls, dispatches or probes yet. */
export function composeKernel(
  foundation: Foundation,
  installed: Installed,
  { publicUrl, webhookUrl }: Addresses,
  cleanup: AsyncDisposableStack,
): Kernel {
  const { clock, logger, log, storage, jobs, incidents, events } = foundation;
  const { connections, plugins, journal } = installed;
  const common = { storage, clock, log: logger, incidents, connections, plugins };
  // Guard and health know each other: one records what the other asks about.
  const health = composeHealth({ ...common, later: () => ({ ...calls, inbox, overview }) });
  const overview = composeOverview(storage, health);
  const calls = createCalls({
    ...foundation,
    ...installed,
    recorder: (connection, plugin, version) =>
      seenBy(() => upgrades, health.recorder(connection, plugin, version), { plugin, version }),
    log: (connection, plugin, version) =>
      journalled(toLogger(log.child({ connection, plugin })), journal, { plugin, connection, version }),
    webhookUrl,
    laneChanged: health.touch,
  });
  const upgrades = composeUpgrades(foundation, installed, { calls, health }, cleanup);
  const stop = new AbortController();
  const flows = bindFlows({
    ...common,
    flows: foundation.flows,
    log: (flow) => toLogger(log.child({ flow })),
    guard: calls.guard,
    jobs,
    events,
    health,
    lanes: calls.lanes,
    publicUrl,
    signal: stop.signal,
  });
  const handlers = new Map(flows.flatMap(({ body }) => Object.entries(body.inbox ?? {})));
  const inbox = composeInbox({ ...common, keys: foundation.keys, guard: calls.guard, webhookUrl, handlers });
  const webhooks = createWebhooks({
    ...common,
    events,
    jobs,
    vault: foundation.keys.vault.for('signing'),
    redact: foundation.redactor.text,
  });
  foundation.keys.rotation.registerHolder(webhooks.holder);
  connections.onChange(({ id }) => health.touch(id));
  lookAfterPlugins({ ...common, health });
  cleanup.defer(() => calls.lines.dispose());
  cleanup.defer(() => health.dispose());
  cleanup.defer(() => overview.dispose());
  cleanup.defer(() => inbox.dispose());
  for (const { body } of flows) cleanup.defer(() => body.dispose?.());
  cleanup.defer(() => jobs.dispose());
  cleanup.defer(() => webhooks.dispose());
  cleanup.defer(() => stop.abort());
  return { calls, health, overview, flows, inbox, upgrades, webhooks };
}
