import { join } from 'node:path';
import {
  builtInCapabilities,
  bytes,
  type Call,
  type Capability,
  type Clock,
  closedObject,
  defineCapability,
  type Logger,
  moneySchema,
  secret,
  systemClock,
  text,
} from '@fairlead/sdk';
import { Type } from 'typebox';
import { createPluginDiscovery } from '../discovery/discover-plugins.ts';
import { createInlineHost } from '../host/inline-host.ts';
import type {
  ConnectionServices,
  HostedPlugin,
  PluginHost,
  ServeSpec,
  StartablePackage,
  StartOptions,
} from '../host/plugin-host.ts';
import { createProcessHost, type ProcessHostOptions } from '../host/process/process-host.ts';
import { createSecretHandles } from '../host/secret-handles.ts';
import type { PluginFault } from '../plugin-fault.ts';
import type { HostKind } from '../plugin-record.ts';
import { type PluginFiles, type PluginFolder, pluginFolder } from './plugin-files.ts';

const common = { repeat: 'safe', timeoutMs: 60_000, lane: 'all', required: false } as const;
const value = closedObject({ value: text(4_096) });

/** A capability with a member for each thing that crosses between guard and plugin. */
export const trial = defineCapability(
  { id: 'trial', version: 1, probe: 'ask' },
  {
    ask: { summary: 'Does what it is told.', kind: 'unary', input: value, output: value, ...common, required: true },
    carry: {
      summary: 'Gives back what it is given.',
      kind: 'unary',
      input: closedObject({ bytes: bytes(), secret: secret(), money: moneySchema(), word: Type.Optional(text()) }),
      output: closedObject({ bytes: bytes(), secret: secret(), money: moneySchema(), word: Type.Optional(text()) }),
      ...common,
    },
    count: { summary: 'Counts up to a number.', kind: 'stream', input: value, output: value, ...common },
    follow: { summary: 'Goes on from a place.', kind: 'subscription', input: value, output: value, ...common },
  },
);

export const trialManifest = {
  id: 'trial-subject',
  capabilities: { trial: { version: 1, operations: { ask: {}, carry: {}, count: {}, follow: {} } } },
  egress: ['loopback'],
};

export interface HostHarness {
  readonly kind: HostKind;
  readonly folder: PluginFolder;
  readonly host: PluginHost;
  readonly handles: ReturnType<typeof createSecretHandles>;
  /** Breakdowns that were told of. */
  readonly exits: PluginFault[];
  /** What connections logged. */
  readonly logged: { level: string; message: string; fields: unknown }[];
  /** Writes a package and starts it. Stopped with the harness. */
  start(files?: PluginFiles, options?: Partial<StartOptions>): Promise<HostedPlugin>;
  spec(part?: Partial<ServeSpec>, services?: Partial<ConnectionServices>): ServeSpec;
  dispose(): Promise<void>;
}

/** Real packages on a real host. */
export async function hostHarness(
  kind: HostKind,
  given: { readonly clock?: Clock; readonly process?: Partial<ProcessHostOptions> } = {},
): Promise<HostHarness> {
  const folder = await pluginFolder();
  const handles = createSecretHandles();
  const { clock = systemClock } = given;
  const capabilities: readonly Capability[] = [...builtInCapabilities, trial as unknown as Capability];
  const exits: PluginFault[] = [];
  const logged: { level: string; message: string; fields: unknown }[] = [];
  const write = (level: string) => (message: string, fields?: unknown) => void logged.push({ level, message, fields });
  const log: Logger = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
  const options = { clock, capabilities, handles, stopTimeoutMs: 5_000 };
  const host =
    kind === 'inline'
      ? createInlineHost(options)
      : createProcessHost({
          ...options,
          ownFolder: (id) => join(folder.path, 'own', id),
          launch: { conditions: ['@fairlead/source'], protectedPaths: [], environment: {} },
          redact: (text_) => text_,
          log,
          ...given.process,
        });
  const started: HostedPlugin[] = [];
  let written = 0;
  return {
    kind,
    folder,
    host,
    handles,
    exits,
    logged,
    async start(files = {}, startOptions = {}) {
      written += 1;
      const plugin = await writeTrial(folder, capabilities, join(folder.plugins, `p${written}`), files);
      const hosted = await host.start(plugin, {
        signal: new AbortController().signal,
        onExit: (exit) => void exits.push(exit),
        permissions: {},
        ...startOptions,
      });
      started.push(hosted);
      return hosted;
    },
    spec: (part, services) => ({
      connection: { id: 'c1', name: 'One' },
      settings: {},
      ...part,
      services: {
        log,
        state: { get: async () => undefined, put: async () => undefined, delete: async () => undefined },
        secrets: { get: async () => undefined, put: async () => undefined, delete: async () => undefined },
        clock,
        signal: new AbortController().signal,
        webhookUrl: 'http://127.0.0.1/hooks/c1',
        allowedPrivateHosts: [],
        invoke: async () => undefined,
        ...services,
      },
    }),
    async dispose() {
      await Promise.all(started.map((hosted) => hosted.stop()));
      await folder.dispose();
    },
  };
}

async function writeTrial(
  folder: PluginFolder,
  capabilities: readonly Capability[],
  place: string,
  files: PluginFiles,
): Promise<StartablePackage> {
  const manifest = { ...trialManifest, ...(files.manifest as object | undefined) };
  await folder.write(place, { code: trialCode(), ...files, manifest });
  const discovery = createPluginDiscovery({
    places: { release: [place], nodeModules: [], folders: [] },
    sdkVersion: '0.1.0',
    capabilities,
    conditions: new Set(),
  });
  const [found] = await discovery.discover();
  if (found === undefined || found.faults.length > 0)
    throw new Error(`Not a package: ${JSON.stringify(found?.faults)}`);
  return { ...found, id: manifest.id } as StartablePackage;
}

/** A call that nobody gives up. */
export function callOf(part: Partial<Call> = {}): Call {
  return { signal: new AbortController().signal, timeoutMs: 60_000, attempt: 1, ...part };
}

/** The entry of the trial plugin; `ask` is the body of its first member, with `context`, `value` and `call` in scope. */
export function trialCode(
  parts: { readonly ask?: string; readonly top?: string; readonly make?: string } = {},
): string {
  return `
    import { definePlugin, FairleadError, Secret } from '@fairlead/sdk';
    ${parts.top ?? ''}
    const settings = { type: 'object', properties: {}, additionalProperties: false };
    export default definePlugin({ id: 'trial-subject', settings })({
      capabilities: {
        trial(context) {
          ${parts.make ?? ''}
          return {
            async ask({ value }, call) {
              ${parts.ask ?? 'return { value };'}
            },
            carry: async (input) => input,
            async *count({ value }, call) {
              const left = [];
              try {
                for (let number = 1; number <= Number(value); number += 1) {
                  if (call.signal.aborted) return;
                  yield { value: String(number) };
                  context.log.debug('made ' + number);
                }
              } finally {
                context.log.info('count ended');
              }
            },
            async *follow({ value }, call) {
              let place = Number(value);
              const stopped = new Promise((resolve) => call.signal.addEventListener('abort', resolve, { once: true }));
              try {
                while (!call.signal.aborted) {
                  place += 1;
                  if (place === 7) throw new FairleadError('vendor_error', { message: 'Seven.' });
                  if (place === 1_000) await stopped;
                  else yield { item: { value: String(place) }, resume: String(place) };
                }
              } finally {
                context.log.info('follow ended');
              }
            },
            dispose: () => context.log.info('disposed'),
          };
        },
      },
      migrations: {
        2: {
          up: ({ old, ...rest }) => ({ ...rest, renamed: old }),
          down: ({ renamed, ...rest }) => ({ ...rest, old: renamed }),
          renamedSecrets: { key: 'apiKey' },
        },
        3: { up: () => { throw new Error('not today'); }, down: (settings) => settings },
      },
    });
  `;
}
