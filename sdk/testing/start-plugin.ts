import { FairleadError, isFairleadError } from '../src/errors/index.ts';
import type { InputOf, Operation, OutputOf } from '../src/contract/operation.ts';
import { createHttpClient } from '../src/host/http-client.ts';
import { type ServedConnection, type ServeOptions, servePlugin } from '../src/host/serve-plugin.ts';
import type { Call, PluginContext } from '../src/plugin/context.ts';
import type { Plugin } from '../src/plugin/define-plugin.ts';
import type { Manifest } from '../src/plugin/manifest.ts';
import type { Clock } from '../src/values/clock.ts';
import { compileCodec, WireFormError } from '../src/wire/codec.ts';
import { FakeClock, settle } from './fake-clock.ts';
import { createMemoryContext, createSecretHandles, type LogEntry, type MemoryState } from './memory-context.ts';
import { decodeSettings } from './settings.ts';
import { compileCheck } from './validate.ts';

/** What a plugin is started with. */
export interface StartOptions {
  /** What its entry module exports by default. */
  readonly plugin: Plugin;
  /** As `readManifest` reads it. */
  readonly manifest: Manifest;
  /** As an admin would enter them. Secrets may be given as plain text or as `Secret`. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Default: a `FakeClock` of its own, so that deadlines pass only when a test moves it. */
  readonly clock?: Clock;
  /** Default: the manifest's. Addresses on this machine are reached when their host is among them. */
  readonly egress?: readonly string[];
  /** Default `https://hub.example/hooks/test`. */
  readonly webhookUrl?: string;
  /** Answers `context.invoke`. Default: `feature_unsupported`. */
  readonly invoke?: PluginContext['invoke'];
  /** Where the plugin runs. Default: here. */
  readonly serve?: ServeConnection;
}

/** What a host gets to have a plugin serve one connection. */
export interface ConnectionRequest extends ServeOptions {
  /** With `egress` as it counts here. */
  readonly manifest: Manifest;
  /** Hosts of which private addresses may be reached. */
  readonly allowedPrivateHosts: readonly string[];
}

/** Has a plugin serve one connection, somewhere. */
export type ServeConnection = (request: ConnectionRequest) => Promise<ServedConnection>;

/** How one call is made. */
export interface CallOptions {
  /** Default for `with-key` operations: one that differs with every call. */
  readonly idempotencyKey?: string;
  /** Aborting it gives up on the call. Default: nobody gives up. */
  readonly signal?: AbortSignal;
  /** Milliseconds on the clock. Default: the manifest's for the operation, else the contract's. */
  readonly timeoutMs?: number;
  /** Default 1. */
  readonly attempt?: number;
}

/** A counterparty plays the vendor on this machine. */
const allowedPrivateHosts = ['localhost', '127.0.0.1', '::1'] as const;

/** A plugin with one connection, called as the hub calls one that runs inline. */
export interface StartedPlugin extends AsyncDisposable {
  /**
   * Calls a unary operation. Input and output are checked in wire form.
   * @throws FairleadError: what the plugin threw, or `input_invalid`, `output_invalid`, `plugin_threw`, `timeout`, `cancelled`
   */
  invoke<Op extends Operation>(operation: Op, input: InputOf<Op>, options?: CallOptions): Promise<OutputOf<Op>>;
  /** Opens a stream (items) or a subscription (`{item, resume}`). */
  open<Op extends Operation>(
    operation: Op,
    input: InputOf<Op>,
    options?: CallOptions,
  ): AsyncGenerator<OpenedItem<Op>, void, void>;
  /** The plugin’s time: the clock it was started with. */
  readonly clock: Clock;
  /** Everything the plugin logged, not redacted. */
  readonly logs: readonly LogEntry[];
  /** What the plugin keeps as key-value state. */
  readonly state: MemoryState;
  /** Names and texts of the secrets that the plugin stored. */
  readonly storedSecrets: ReadonlyMap<string, string>;
  /** What the plugin got as `context.settings`: validated, with defaults. */
  readonly settings: unknown;
  /** Calls that the plugin has not ended, those included whose caller was told of a timeout. */
  readonly running: number;
  /** Stops the connection: aborts its signal, calls the plugin's dispose, closes its sockets. */
  dispose(): Promise<void>;
}

/** What an opened operation yields: of a subscription, items with the place after them. */
export type OpenedItem<Op extends Operation> = Op['kind'] extends 'subscription'
  ? { readonly item: OutputOf<Op>; readonly resume: string }
  : OutputOf<Op>;

/**
 * Starts a plugin for one connection.
 * @throws FairleadError `settings_invalid` with the paths, `plugin_threw` when a factory throws or its members are not
 *   those of the manifest
 */
export async function startPlugin(options: StartOptions): Promise<StartedPlugin> {
  const { plugin, manifest, clock = new FakeClock(), egress = manifest.egress } = options;
  const settings = decodeSettings(plugin.settings, options.settings);
  const handles = createSecretHandles();
  const stopping = new AbortController();
  const http = createHttpClient({ egress, settings, clock, allowedPrivateHosts });
  const { context, logs, state, storedSecrets } = createMemoryContext({
    ...options,
    settings,
    clock,
    http,
    signal: stopping.signal,
  });
  const serve = options.serve ?? (async (request: ConnectionRequest) => servePlugin(request));
  const served = await serve({
    plugin,
    manifest: { ...manifest, egress: [...egress] },
    context,
    handles,
    allowedPrivateHosts,
  });
  let keys = 0;
  let running = 0;
  const callPlugin = (operation: Operation, wire: unknown, call: Call) => {
    running++;
    return served.call(operation, wire, call).finally(() => {
      running--;
    });
  };

  const prepare = (operation: Operation, given: CallOptions) => {
    const support = manifest.capabilities[operation.capability]?.operations[operation.name];
    if (support === undefined) throw new FairleadError('feature_unsupported');
    const timeoutMs = given.timeoutMs ?? support.timeoutMs ?? operation.timeoutMs;
    const keyed =
      operation.repeat === 'with-key' ? { idempotencyKey: given.idempotencyKey ?? `test-key-${++keys}` } : {};
    const deadline = startDeadline(clock, timeoutMs, [
      stopping.signal,
      ...(given.signal === undefined ? [] : [given.signal]),
    ]);
    const call: Call = { signal: deadline.signal, timeoutMs, attempt: given.attempt ?? 1, ...keyed };
    return { call, deadline };
  };
  const codecs = (operation: Operation) => ({
    input: compileCodec(operation.input, handles),
    output: compileCodec(operation.output, handles),
  });
  const checkOutput = (operation: Operation, wire: unknown) => {
    const faults = compileCheck(operation.output)(wire);
    if (faults.length > 0)
      throw new FairleadError('output_invalid', { message: faults.join('; '), details: { paths: faults } });
  };
  const encodeInput = (operation: Operation, input: unknown): unknown => {
    let wire: unknown;
    try {
      wire = codecs(operation).input.encode(input);
    } catch (error) {
      if (!(error instanceof WireFormError)) throw error;
      throw new FairleadError('input_invalid', { message: `${error.path || '/'} ${error.message}`, cause: error });
    }
    const faults = compileCheck(operation.input)(wire);
    if (faults.length > 0)
      throw new FairleadError('input_invalid', { message: faults.join('; '), details: { paths: faults } });
    return wire;
  };

  const dispose = async () => {
    stopping.abort(new FairleadError('cancelled', { message: 'The connection has stopped.' }));
    await served.dispose();
    await http.dispose();
  };
  return {
    clock,
    logs,
    state,
    storedSecrets,
    settings,
    get running() {
      return running;
    },
    async invoke<Op extends Operation>(operation: Op, input: InputOf<Op>, given: CallOptions = {}) {
      const wire = encodeInput(operation, input);
      const { call, deadline } = prepare(operation, given);
      try {
        const answer = JSON.parse(
          JSON.stringify(await Promise.race([callPlugin(operation, wire, call), deadline.passed])),
        ) as unknown;
        checkOutput(operation, answer);
        return codecs(operation).output.decode(answer) as OutputOf<Op>;
      } finally {
        deadline.end();
      }
    },
    async *open<Op extends Operation>(operation: Op, input: InputOf<Op>, given: CallOptions = {}) {
      const wire = encodeInput(operation, input);
      const { call, deadline } = prepare(operation, given);
      deadline.cancelTimer();
      const items = served.open(operation, wire, call);
      try {
        for (;;) {
          const next = await Promise.race([items.next(), deadline.passed]);
          if (next.done === true) return;
          const entry = next.value as { item: unknown; resume: string };
          const item = operation.kind === 'subscription' ? entry.item : entry;
          checkOutput(operation, item);
          const decoded = codecs(operation).output.decode(item);
          yield (
            operation.kind === 'subscription' ? { item: decoded, resume: entry.resume } : decoded
          ) as OpenedItem<Op>;
        }
      } finally {
        deadline.abort();
        deadline.end();
        // A plugin that ignores the signal may never come back: it gets its chance to clean up, and no more.
        const ended = items.return().catch(() => undefined);
        await Promise.race([ended, settle()]);
      }
    },
    dispose,
    [Symbol.asyncDispose]: dispose,
  };
}

/** A deadline on the clock joined with the caller's signals. `passed` rejects when either comes to pass. */
function startDeadline(clock: Clock, timeoutMs: number, signals: readonly AbortSignal[]) {
  const controller = new AbortController();
  const given = AbortSignal.any([controller.signal, ...signals]);
  const reasonOf = () =>
    isFairleadError(given.reason) ? given.reason : new FairleadError('cancelled', { cause: given.reason });
  let reject: (error: unknown) => void = () => undefined;
  const passed = new Promise<never>((_resolve, fail) => {
    reject = fail;
  });
  passed.catch(() => undefined);
  const onAbort = () => reject(reasonOf());
  if (given.aborted) onAbort();
  else given.addEventListener('abort', onAbort, { once: true });
  const timer = clock.schedule(timeoutMs, () => controller.abort(new FairleadError('timeout')));
  const end = () => {
    timer.cancel();
    given.removeEventListener('abort', onAbort);
  };
  return {
    signal: given,
    passed,
    end,
    cancelTimer: () => timer.cancel(),
    abort: () => controller.abort(new FairleadError('cancelled')),
  };
}
