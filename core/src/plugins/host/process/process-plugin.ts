import {
  type Capability,
  type Clock,
  compileCodec,
  FairleadError,
  type Logger,
  type Operation,
  type SecretHandles,
} from '@fairlead/sdk';
import {
  type AskMessage,
  type FromChild,
  type LogMessage,
  type MovedSettings,
  openedSecrets,
  type SettingsMove,
} from '@fairlead/sdk/host';
import type { PluginFault } from '../../plugin-fault.ts';
import type {
  ConnectionServices,
  HostedPlugin,
  PluginUsage,
  RunningPlugin,
  ServeSpec,
  StartablePackage,
} from '../plugin-host.ts';
import { withDeadline } from '../with-deadline.ts';
import { answerAsk, refusalOf } from './answer-asks.ts';
import { ProtocolError } from './child-message.ts';
import { type HangWatch, watchForHang } from './hang-watch.ts';
import { lendClock, type LentClock } from './lent-clock.ts';
import type { LaunchOptions } from './launch-options.ts';
import { type MemoryWatch, watchMemory } from './memory-watch.ts';
import type { PluginProcess } from './plugin-process.ts';
import { createPipedOperations, ServedOverPipe } from './served-over-pipe.ts';

export interface ProcessPluginOptions {
  readonly plugin: StartablePackage;
  readonly process: PluginProcess;
  readonly launch: LaunchOptions;
  readonly capabilities: readonly Capability[];
  /** In the order in which calls name them. */
  readonly operations: readonly Operation[];
  readonly handles: SecretHandles;
  readonly clock: Clock;
  readonly log: Logger;
  readonly stopTimeoutMs?: number;
  readonly hungAfterMs?: number;
}

/** What one connection has from the hub. */
interface Lent {
  readonly services: ConnectionServices;
  readonly clock: LentClock;
}

/** A plugin that runs in a process of its own. */
export class ProcessPlugin implements HostedPlugin {
  readonly running: RunningPlugin;
  readonly #options: ProcessPluginOptions;
  readonly #process: PluginProcess;
  readonly #connections = new Map<number, Lent>();
  readonly #piped: ReturnType<typeof createPipedOperations>;
  readonly #settings: ReturnType<typeof compileCodec>;
  readonly #hang: HangWatch;
  readonly #memory: MemoryWatch | undefined;
  #lastConnection = 0;
  #emptied: (() => void) | undefined;
  #stopping: Promise<void> | undefined;

  constructor(options: ProcessPluginOptions) {
    const { plugin, process: child, operations, handles, clock, launch, hungAfterMs = 10_000 } = options;
    const { id, version, manifest, settingsSchema } = plugin;
    this.#options = options;
    this.#process = child;
    this.#piped = createPipedOperations(operations, handles);
    this.#settings = compileCodec(settingsSchema, openedSecrets);
    this.#hang = watchForHang({ process: child, clock, hungAfterMs });
    this.#memory =
      child.pid === undefined
        ? undefined
        : watchMemory({
            pid: child.pid,
            limitBytes: launch.memoryLimitBytes,
            clock,
            onExceeded: (rssBytes) =>
              child.kill({ kind: 'out_of_memory', rssBytes, limitBytes: launch.memoryLimitBytes }),
          });
    this.running = {
      id,
      version,
      manifest,
      settingsSchema,
      serve: (spec) => this.#serve(spec),
      migrateSettings: (move) => this.#migrate(move),
    };
  }

  usage(): PluginUsage | undefined {
    return this.#process.usage;
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async retire(withinMs: number): Promise<void> {
    const empty = new Promise<void>((resolve) => {
      this.#emptied = resolve;
      if (this.#connections.size === 0) resolve();
    });
    await withDeadline(this.#options.clock, withinMs, Promise.race([empty, this.#process.gone]));
    await this.stop();
  }

  /** The plugin asks the hub for something. @throws ProtocolError for a connection that it does not serve */
  asked(message: AskMessage): void {
    const { id } = message;
    const lent = this.#connections.get(message.connection);
    if (lent === undefined) {
      // Of a connection that has just been disposed of, perhaps.
      this.#refuse(id, new FairleadError('connection_inactive'));
      return;
    }
    answerAsk(message, lent.services, (capability, name) => this.#operation(capability, name)).then(
      (value) => {
        lent.clock.tell();
        try {
          this.#process.send({ type: 'answer', id, value });
        } catch (error) {
          this.#refuse(id, error);
        }
      },
      (error) => this.#refuse(id, error),
    );
  }

  logged({ connection, level, message, fields }: LogMessage): void {
    this.#connections.get(connection)?.services.log[level](message, fields);
  }

  /** The plugin sets a timer on a clock that is lent to it, or takes it back. */
  timed(message: Extract<FromChild, { type: 'timer' | 'timer-off' }>): void {
    this.#connections.get(message.connection)?.clock.take(message);
  }

  exited(cause: PluginFault | undefined, onExit: (fault: PluginFault) => void): void {
    this.#hang.stop();
    this.#memory?.stop();
    for (const { clock } of this.#connections.values()) clock.stop();
    this.#connections.clear();
    this.#emptied?.();
    if (cause !== undefined && this.#stopping === undefined) onExit(cause);
  }

  #refuse(id: number, error: unknown): void {
    this.#process.send({ type: 'refusal', id, error: refusalOf(error) });
  }

  #operation(capability: string, name: string): Operation | undefined {
    const found = this.#options.capabilities.find(({ id }) => id === capability)?.operations;
    return found !== undefined && Object.hasOwn(found, name) ? found[name] : undefined;
  }

  async #serve({ connection: about, settings, services }: ServeSpec): Promise<ServedOverPipe> {
    if (this.#stopping !== undefined) throw new FairleadError('plugin_not_running');
    this.#lastConnection += 1;
    const connection = this.#lastConnection;
    const { webhookUrl, allowedPrivateHosts, signal } = services;
    const wire = this.#settings.encode(settings);
    const clock = lendClock(services.clock, connection, (message) => this.#process.send(message));
    this.#connections.set(connection, { services, clock });
    const halt = () => {
      clock.tell();
      this.#process.send({ type: 'halt', connection });
    };
    const left = () => {
      clock.stop();
      signal.removeEventListener('abort', halt);
      this.#connections.delete(connection);
      if (this.#connections.size === 0) this.#emptied?.();
    };
    try {
      await new Promise<void>((resolve, reject) => {
        this.#process.ask(
          (id) => ({
            type: 'serve',
            id,
            connection,
            about,
            settings: wire,
            webhookUrl,
            allowedPrivateHosts,
            clock: clock.reading(),
          }),
          { result: () => resolve(), failed: reject },
        );
      });
    } catch (error) {
      left();
      throw error;
    }
    if (signal.aborted) halt();
    else signal.addEventListener('abort', halt, { once: true });
    return new ServedOverPipe({ process: this.#process, connection, piped: this.#piped, clock, left });
  }

  #migrate({ settings, from, to }: SettingsMove): Promise<MovedSettings> {
    return new Promise((resolve, reject) => {
      this.#process.ask((id) => ({ type: 'migrate', id, settings, from, to }), {
        result: (value) => resolve(movedSettings(value)),
        failed: reject,
      });
    });
  }

  async #stop(): Promise<void> {
    const { clock, stopTimeoutMs = 5_000 } = this.#options;
    this.#process.expectEnd();
    this.#process.send({ type: 'stop' });
    const ended = await withDeadline(clock, stopTimeoutMs, this.#process.gone);
    if (ended !== 'expired') return;
    this.#process.kill({ kind: 'shutdown' });
    await this.#process.gone;
  }
}

/** @throws ProtocolError */
function movedSettings(value: unknown): MovedSettings {
  const { settings, renamedSecrets } = (value ?? {}) as { readonly [name: string]: unknown };
  if (!isObject(settings) || !isObject(renamedSecrets)) throw new ProtocolError('It moved settings to something else.');
  if (!Object.values(renamedSecrets).every((name) => typeof name === 'string')) {
    throw new ProtocolError('It renamed a secret to something else than a name.');
  }
  return { settings, renamedSecrets: renamedSecrets as Readonly<Record<string, string>> };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
