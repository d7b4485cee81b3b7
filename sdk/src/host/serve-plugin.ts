import type { Capability } from '../contract/capability.ts';
import type { Operation } from '../contract/operation.ts';
import { FairleadError, isFairleadError } from '../errors/index.ts';
import type { Call, PluginContext } from '../plugin/context.ts';
import { type Plugin, isPlugin } from '../plugin/define-plugin.ts';
import type { Manifest } from '../plugin/manifest.ts';
import { type Codec, compileCodec, type SecretHandles, WireFormError } from '../wire/codec.ts';

/** A plugin's member as the host sees it, whatever operation it implements. */
type AnyHandler = (input: unknown, call: Call) => unknown;
type AnyImplementation = { readonly [member: string]: AnyHandler } & { readonly dispose?: () => void | Promise<void> };

/** One connection served by a plugin. Values that go in and come out are in wire form. */
export interface ServedConnection {
  /**
   * Calls a unary operation. Everything it throws is a FairleadError; anything else a plugin throws becomes
   * `plugin_threw`, an answer that cannot be encoded `output_invalid`.
   */
  call(operation: Operation, input: unknown, call: Call): Promise<unknown>;
  /** Opens a stream or subscription. Items come in wire form; of a subscription as `{item, resume}`. */
  open(operation: Operation, input: unknown, call: Call): AsyncGenerator<unknown, void, void>;
  /** Calls each implementation's own dispose; one that fails is logged. Repeating it is harmless. */
  dispose(): Promise<void>;
}

/**
 * Checks that a module's default export is the plugin its manifest speaks of, and that capabilities and members agree.
 * Types cannot see a misspelt member of a plugin that was built elsewhere; this does.
 * @returns every fault in one list, empty when all is well
 */
export function checkPlugin(value: unknown, manifest: Manifest, known: readonly Capability[]): readonly string[] {
  if (!isPlugin(value)) return ['The default export was not made by definePlugin.'];
  const faults: string[] = [];
  if (value.id !== manifest.id) faults.push(`The plugin calls itself “${value.id}”, its manifest “${manifest.id}”.`);
  for (const id of Object.keys(manifest.capabilities)) {
    if (typeof capabilityFactory(value, id) !== 'function') faults.push(`The capability “${id}” is not implemented.`);
  }
  faults.push(...checkCapabilities(manifest, known));
  for (const id of Object.keys(value.capabilities)) {
    if (!Object.hasOwn(manifest.capabilities, id)) faults.push(`The manifest does not name the capability “${id}”.`);
  }
  return faults;
}

/**
 * Checks what a manifest says it implements against the capabilities that this hub knows. Needs no code of the plugin.
 * @returns every fault in one list, empty when all is well
 */
export function checkCapabilities(
  manifest: Pick<Manifest, 'capabilities'>,
  known: readonly Capability[],
): readonly string[] {
  return Object.entries(manifest.capabilities).flatMap(([id, support]) =>
    checkOperations(
      id,
      support,
      known.find((capability) => capability.id === id),
    ),
  );
}

type Support = Manifest['capabilities'][string];

function checkOperations(id: string, support: Support, capability: Capability | undefined): string[] {
  if (capability === undefined) return [`No capability “${id}” is known to this hub.`];
  if (capability.version !== support.version) {
    return [`Version ${support.version} of “${id}” is not known; this hub has version ${capability.version}.`];
  }
  const unknown = Object.keys(support.operations).filter((name) => !Object.hasOwn(capability.operations, name));
  const missing = Object.values(capability.operations).filter(
    ({ required, name }) => required && !Object.hasOwn(support.operations, name),
  );
  const stronger = Object.entries(support.operations).filter(([name, { dedupe }]) => {
    const operation = Object.hasOwn(capability.operations, name) ? capability.operations[name] : undefined;
    return operation !== undefined && dedupe !== undefined && !weakens(operation, dedupe);
  });
  return [
    ...unknown.map((name) => `“${id}” has no operation “${name}”.`),
    ...stronger.map(([name]) => `“dedupe” of “${name}” may only weaken what “${id}” promises.`),
    ...missing.map(({ name }) => `“${id}” requires the operation “${name}”.`),
  ];
}

const dedupeStrength = { none: 0, lookup: 1, key: 2 } as const;

function weakens(operation: Operation, dedupe: 'lookup' | 'none'): boolean {
  return operation.repeat !== 'safe' && dedupeStrength[dedupe] < dedupeStrength[operation.dedupe];
}

function capabilityFactory(plugin: Plugin, id: string) {
  return (plugin.capabilities as Record<string, ((context: PluginContext<never>) => unknown) | undefined>)[id];
}

export interface ServeOptions {
  readonly plugin: Plugin;
  readonly manifest: Manifest;
  /** With validated settings in it, secrets as `Secret`. */
  readonly context: PluginContext;
  readonly handles: SecretHandles;
}

/**
 * Makes a plugin's implementations for one connection. Used by every host alike, and by the testing kit.
 * @throws FairleadError `plugin_threw` when a factory throws, or its members are not those that the manifest names
 */
export function servePlugin({ plugin, manifest, context, handles }: ServeOptions): ServedConnection {
  const implementations = new Map<string, AnyImplementation>();
  for (const [id, support] of Object.entries(manifest.capabilities)) {
    implementations.set(id, makeImplementation(plugin, context, id, support));
  }
  const codecs = new WeakMap<Operation, { input: Codec; output: Codec }>();
  const prepare = (operation: Operation) => {
    const implementation = implementations.get(operation.capability);
    const handler = implementation?.[operation.name];
    if (implementation === undefined || handler === undefined) throw new FairleadError('feature_unsupported');
    let codec = codecs.get(operation);
    if (codec === undefined) {
      codec = { input: compileCodec(operation.input, handles), output: compileCodec(operation.output, handles) };
      codecs.set(operation, codec);
    }
    return { implementation, handler, codec };
  };
  return {
    async call(operation, input, call) {
      const { implementation, handler, codec } = prepare(operation);
      let output: unknown;
      try {
        output = await handler.call(implementation, codec.input.decode(input), call);
      } catch (error) {
        throw asFairleadError(error, call.signal);
      }
      return encodeOutput(codec.output, output);
    },
    async *open(operation, input, call) {
      const { implementation, handler, codec } = prepare(operation);
      const encode = (item: unknown) => encodeOutput(codec.output, item);
      try {
        const items = handler.call(implementation, codec.input.decode(input), call);
        for await (const entry of items as AsyncIterable<unknown>) {
          yield operation.kind === 'subscription' ? encodeItem(entry, encode) : encode(entry);
        }
      } catch (error) {
        throw asFairleadError(error, call.signal);
      }
    },
    async dispose() {
      const all = [...implementations.values()];
      implementations.clear();
      const ends = await Promise.allSettled(all.map(async (implementation) => implementation.dispose?.()));
      for (const end of ends) {
        if (end.status === 'rejected') context.log.error('The plugin failed to dispose.', { error: end.reason });
      }
    },
  };
}

function makeImplementation(plugin: Plugin, context: PluginContext, id: string, support: Support): AnyImplementation {
  let made: unknown;
  try {
    made = capabilityFactory(plugin, id)?.(context as PluginContext<never>);
  } catch (error) {
    throw asFairleadError(error);
  }
  const members = new Map(Object.entries((made ?? {}) as object).filter(([, member]) => typeof member === 'function'));
  const disposal = members.has('dispose') ? ['dispose'] : [];
  const named = [...Object.keys(support.operations), ...disposal];
  const faults = [
    ...named
      .filter((name) => !members.has(name))
      .map((name) => `“${name}” is named in the manifest and not implemented`),
    ...[...members.keys()]
      .filter((name) => !named.includes(name))
      .map((name) => `“${name}” is not named in the manifest`),
  ];
  if (faults.length > 0) throw new FairleadError('plugin_threw', { message: `${id}: ${faults.join('; ')}.` });
  return made as AnyImplementation;
}

function encodeItem(entry: unknown, encode: (item: unknown) => unknown): unknown {
  const { item, resume } = (entry ?? {}) as { item?: unknown; resume?: unknown };
  if (typeof resume !== 'string' || resume.length > 1_024) {
    throw new FairleadError('output_invalid', {
      message: 'An item of a subscription needs a resume token of at most 1 KiB.',
    });
  }
  return { item: encode(item), resume };
}

function encodeOutput(codec: Codec, output: unknown): unknown {
  try {
    return codec.encode(output);
  } catch (error) {
    if (!(error instanceof WireFormError)) throw asFairleadError(error);
    throw new FairleadError('output_invalid', { message: `${error.path || '/'} ${error.message}`, cause: error });
  }
}

/** What a plugin threw, as an error of the taxonomy. After an abort it is `cancelled`, whatever was thrown. */
function asFairleadError(error: unknown, signal?: AbortSignal): FairleadError {
  if (isFairleadError(error)) return error;
  if (signal?.aborted === true)
    return isFairleadError(signal.reason) ? signal.reason : new FairleadError('cancelled', { cause: error });
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new FairleadError('plugin_threw', { message: message.slice(0, 500), cause: error });
}
