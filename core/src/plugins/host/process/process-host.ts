import { fileURLToPath } from 'node:url';
import type { Capability, Clock, Logger, SecretHandles } from '@fairlead/sdk';
import { type CapabilityData, operationsOf, protocolVersion, type Refusal } from '@fairlead/sdk/host';
import { fault, type PluginFault, PluginStartError } from '../../plugin-fault.ts';
import type { HostedPlugin, PluginHost, StartablePackage, StartOptions } from '../plugin-host.ts';
import { type DeathSignal, findDeathSignal } from './death-signal.ts';
import { createLaunchOptions, type LaunchOptions, type LaunchRequest } from './launch-options.ts';
import { type LaunchedChild, launchChild } from './launch-child.ts';
import type { OutputLine } from './output-tail.ts';
import { ProcessPlugin } from './process-plugin.ts';
import { createStandbyChildren, type StandbyChildren } from './standby-children.ts';

export interface ProcessHostOptions {
  readonly clock: Clock;
  readonly capabilities: readonly Capability[];
  /** The guard's own table. */
  readonly handles: SecretHandles;
  /** The folder in which a plugin may write. */
  readonly ownFolder: (pluginId: string) => string;
  /** How processes are started; see `createLaunchOptions`. */
  readonly launch: Pick<LaunchRequest, 'conditions' | 'protectedPaths' | 'environment' | 'maxMemoryMb'>;
  /** The program that a process runs, absolute. Default: `@fairlead/sdk/host/child`, as this hub resolves it. */
  readonly childProgram?: string;
  /** Takes secrets out of what a plugin prints. */
  readonly redact: (text: string) => string;
  /** Told of each line that a plugin's process prints, redacted. Default: nobody. */
  readonly printed?: (plugin: StartablePackage, line: OutputLine) => void;
  /** Told what was refused to a plugin that tried to connect elsewhere than it may, redacted. Default: nobody. */
  readonly refused?: (plugin: StartablePackage, refusal: Refusal & { readonly attempts: number }) => void;
  /** For what cannot be told to anybody else. */
  readonly log: Logger;
  /** Milliseconds that a plugin's `dispose` may take when it stops, before its process is ended. Default 5,000. */
  readonly stopTimeoutMs?: number;
  /** Milliseconds without a sign of life after which a process is ended. Default 10,000. */
  readonly hungAfterMs?: number;
}

/**
 * Runs each plugin in a process of its own: what it does there, the hub survives. The plugin's code gets the hub's
 * contracts over a pipe, and is held by Node's permission model to what its manifest asks for and an admin agreed to.
 */
export function createProcessHost(options: ProcessHostOptions): PluginHost {
  const { childProgram = fileURLToPath(import.meta.resolve('@fairlead/sdk/host/child')) } = options;
  let found: Promise<DeathSignal> | undefined;
  const standbys = createStandbyChildren();
  return {
    kind: 'process',
    accepts: () => true,
    async start(plugin, { signal, onExit, permissions }) {
      signal.throwIfAborted();
      const { launch: common, ownFolder } = options;
      const request = { ...common, plugin, permissions, ownFolder: ownFolder(plugin.id), childProgram };
      found ??= findDeathSignal();
      const [launch, deathSignal] = await Promise.all([createLaunchOptions(request), found]);
      signal.throwIfAborted();
      const another = () => launchChild({ ...options, launch, childProgram, deathSignal });
      const child = standbys.take(plugin.id, launch) ?? another();
      const start = { ...options, plugin, launch, child, signal, onExit };
      return startProcess(plugin.linked === true ? { ...start, standby: { standbys, another } } : start);
    },
  };
}

interface Start extends Omit<ProcessHostOptions, 'launch'>, Pick<StartOptions, 'signal' | 'onExit'> {
  readonly plugin: StartablePackage;
  readonly launch: LaunchOptions;
  readonly child: LaunchedChild;
  /** For a plugin that somebody works on: its next start shall be quick. */
  readonly standby?: { readonly standbys: StandbyChildren; readonly another: () => LaunchedChild };
}

/** Resolves when the plugin is ready to serve. */
function startProcess(start: Start): Promise<HostedPlugin> {
  const { plugin, launch, child, signal, onExit, redact, printed, standby } = start;
  const capabilities = namedCapabilities(plugin, start.capabilities);
  return new Promise((resolve, reject) => {
    let hosted: ProcessPlugin | undefined;
    const refuse = (faults: readonly PluginFault[], permanent: boolean) => {
      signal.removeEventListener('abort', giveUp);
      reject(new PluginStartError(faults, { permanent }));
      child.process.kill({ kind: 'shutdown' });
    };
    const giveUp = () => refuse([fault('start_timeout', 'Its start was given up.')], false);
    child.tell({
      printed: (line) => printed?.(plugin, line),
      ready(message) {
        if (hosted !== undefined) throw new TypeError('It said that it is ready more than once.');
        if (message.type === 'unfit') {
          const { problem, faults } = message;
          const isImport = problem === 'import_failed';
          const intro = isImport ? 'Its code cannot be loaded: ' : '';
          return refuse(
            faults.map((text) => fault(problem, `${intro}${redact(text)}`)),
            !isImport,
          );
        }
        if (message.protocol !== protocolVersion) throw new TypeError('It speaks another protocol.');
        signal.removeEventListener('abort', giveUp);
        hosted = new ProcessPlugin({ ...start, process: child.process, operations: operationsOf(capabilities) });
        standby?.standbys.keep(plugin.id, launch, standby.another);
        resolve(hosted);
      },
      asked: (message) => hosted?.asked(message),
      logged: (message) => hosted?.logged(message),
      timed: (message) => hosted?.timed(message),
      refused: ({ kind, host, attempts }) => start.refused?.(plugin, { kind, host: redact(host), attempts }),
      exited(cause) {
        signal.removeEventListener('abort', giveUp);
        if (hosted === undefined)
          return refuse([cause ?? fault('exited', 'Its process ended before it was ready.')], false);
        standby?.standbys.left(plugin.id);
        hosted.exited(cause, onExit);
      },
    });
    signal.addEventListener('abort', giveUp, { once: true });
    const { entry, location, manifest, settingsSchema } = plugin;
    child.process.send({
      type: 'start',
      protocol: protocolVersion,
      entry,
      location,
      manifest,
      settingsSchema,
      capabilities,
    });
  });
}

/** Those that the plugin's manifest names: a call says which operation it means by its place among theirs. */
function namedCapabilities({ manifest }: StartablePackage, known: readonly Capability[]): readonly CapabilityData[] {
  return known
    .filter(({ id }) => Object.hasOwn(manifest.capabilities, id))
    .map(({ id, version, probe, operations }) => ({ id, version, probe, operations: { ...operations } }));
}
