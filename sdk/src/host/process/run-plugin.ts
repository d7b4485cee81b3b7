import type { Socket } from 'node:net';
import { pathToFileURL } from 'node:url';
import type { Plugin } from '../../plugin/define-plugin.ts';
import { type Clock, systemClock } from '../../values/clock.ts';
import { moveSettings } from '../move-settings.ts';
import { checkPlugin } from '../serve-plugin.ts';
import { startBeating } from './beat.ts';
import { useBundledTypebox } from './bundled-typebox.ts';
import { type Channel, createChannel } from './channel.ts';
import { wireErrorOf } from './child-error.ts';
import { confineProcess } from './confine-process.ts';
import { installEgressGuard } from './egress-guard.ts';
import { HubRequests } from './hub-requests.ts';
import { importFault } from './import-fault.ts';
import {
  type FromChild,
  operationsOf,
  protocolVersion,
  type StartMessage,
  type ToChild,
  uncaughtExitCode,
} from './messages.ts';
import { createRefusalReport } from './refusal-report.ts';
import { ServedConnections } from './served-connections.ts';
import { guardThreads } from './thread-guard.ts';

/** A plugin whose code is here and fits its manifest. */
interface LoadedPlugin {
  readonly code: Plugin;
  readonly requests: HubRequests;
  readonly connections: ServedConnections;
}

/** Runs one plugin for the hub at the other end of the pipe, and ends this process when that end is closed. */
export function runPlugin(socket: Socket, clock: Clock = systemClock): void {
  process.on('uncaughtExceptionMonitor', () => {
    process.exitCode = uncaughtExitCode;
  });
  let loaded: LoadedPlugin | undefined;
  const leave = () => process.exit(0);
  const hub = createChannel<FromChild>(socket, {
    message(message) {
      // The hub checks what it sends.
      const said = message as ToChild;
      if (said.type === 'start') {
        void load(said, hub, clock).then((plugin) => {
          loaded = plugin;
        });
      } else if (said.type === 'stop') void stop(loaded, hub);
      else if (loaded !== undefined) take(loaded, said, hub);
    },
    broken: leave,
    closed: leave,
  });
}

async function load(start: StartMessage, hub: Channel<FromChild>, clock: Clock): Promise<LoadedPlugin | undefined> {
  const { entry, location, manifest, settingsSchema, capabilities } = start;
  useBundledTypebox();
  confineProcess();
  const rules = { egress: manifest.egress, settings: undefined };
  const egress = guardThreads(installEgressGuard({ ...rules, onRefused: createRefusalReport(hub) }), rules);
  let code: unknown;
  try {
    ({ default: code } = (await import(pathToFileURL(entry).href)) as { readonly default?: unknown });
  } catch (error) {
    hub.send({ type: 'unfit', problem: 'import_failed', faults: [await importFault(error, { entry, location })] });
    return undefined;
  }
  const faults = check(code, start);
  if (faults.length > 0) {
    hub.send({ type: 'unfit', problem: 'contract_broken', faults });
    return undefined;
  }
  const plugin = code as Plugin;
  const requests = new HubRequests(hub);
  const operations = operationsOf(capabilities);
  const connections = new ServedConnections({
    plugin,
    manifest,
    settingsSchema,
    operations,
    clock,
    requests,
    hub,
    egress,
  });
  hub.send({ type: 'ready', protocol: protocolVersion });
  startBeating(hub);
  return { code: plugin, requests, connections };
}

function check(code: unknown, { manifest, capabilities, protocol }: StartMessage): readonly string[] {
  if (protocol !== protocolVersion) return [`The hub speaks protocol ${protocol}, its SDK ${protocolVersion}.`];
  try {
    return checkPlugin(code, manifest, capabilities as unknown as Parameters<typeof checkPlugin>[2]);
  } catch (error) {
    return [`The default export is not a plugin: ${String(error)}`];
  }
}

function take({ code, requests, connections }: LoadedPlugin, said: ToChild, hub: Channel<FromChild>): void {
  switch (said.type) {
    case 'call':
    case 'open':
    case 'abort':
    case 'credit':
    case 'serve':
    case 'halt':
    case 'dispose':
    case 'time':
      return connections.take(said);
    case 'answer':
    case 'refusal':
      return requests.take(said);
    case 'migrate':
      return migrate(code, said, hub);
    case 'start':
    case 'stop':
      return undefined;
  }
}

function migrate(code: Plugin, said: Extract<ToChild, { type: 'migrate' }>, hub: Channel<FromChild>): void {
  const { id } = said;
  try {
    hub.send({ type: 'result', id, value: moveSettings(code, said) });
  } catch (error) {
    hub.send({ type: 'error', id, error: wireErrorOf(error) });
  }
}

async function stop(loaded: LoadedPlugin | undefined, hub: Channel<FromChild>): Promise<void> {
  await loaded?.connections.dispose();
  // The pipe's close, once all is written, ends the process.
  hub.end();
}
