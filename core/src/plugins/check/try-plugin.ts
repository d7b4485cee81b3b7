import { inspect } from 'node:util';
import {
  builtInCapabilities,
  type Call,
  compileCodec,
  FairleadError,
  type FetchAnswer,
  isFairleadError,
  type LogFields,
  type Manifest,
  type Operation,
  type Plugin,
  type PluginContext,
  Secret,
  type StreamAnswer,
  systemClock,
  toWireError,
} from '@fairlead/sdk';
import { createEgressPolicy, type ServedConnection, servePlugin } from '@fairlead/sdk/host';
import type { SeenPlace, Trial, TrialReport } from './code-messages.ts';

export interface TryOptions {
  readonly plugin: Plugin;
  readonly manifest: Manifest;
  readonly trial: Trial;
  readonly callTimeoutMs: number;
}

type Seen = Record<SeenPlace, string[]>;

/** How a vendor answers whatever it is asked. */
type Vendor = (url: string) => FetchAnswer;

const vendors: readonly Vendor[] = [
  (url) => answer(url, 200, 'application/json', '{}'),
  (url) => answer(url, 401, 'application/json', '{"error":{"code":"unauthorized","message":"The key is not known."}}'),
  (url) => answer(url, 500, 'text/html', '<html><body>Something went wrong.</body></html>'),
  () => {
    throw new FairleadError('unreachable');
  },
];

/**
 * Calls every operation of the manifest for one connection, with a vendor that answers nothing useful, refuses, fails and
 * is not there: it brings out what a plugin logs, throws and keeps on its ways through trouble. No request leaves.
 */
export async function tryPlugin(options: TryOptions): Promise<TrialReport> {
  const seen: Seen = { log: [], error: [], address: [], state: [] };
  const otherHosts = new Set<string>();
  const report = { calls: 0 };
  const handles = { toHandle: (secret: Secret) => secret.reveal(), fromHandle: (text: string) => new Secret(text) };
  const settings = compileCodec(options.plugin.settings, handles).decode(options.trial.settings);
  for (const vendor of vendors) {
    const context = createContext({ settings, seen, otherHosts, vendor, manifest: options.manifest });
    try {
      const served = servePlugin({ plugin: options.plugin, manifest: options.manifest, context, handles });
      report.calls += await callAll(served, options, seen);
      await served.dispose();
    } catch (error) {
      seen.error.push(describe(error));
      return { ...report, seen, otherHosts: [...otherHosts], problem: describe(error).slice(0, 300) };
    }
  }
  return { ...report, seen, otherHosts: [...otherHosts] };
}

async function callAll(
  served: ServedConnection,
  { manifest, trial, callTimeoutMs }: TryOptions,
  seen: Seen,
): Promise<number> {
  let calls = 0;
  for (const capability of builtInCapabilities) {
    for (const name of Object.keys(manifest.capabilities[capability.id]?.operations ?? {})) {
      const operation = capability.operations[name];
      const key = `${capability.id} ${name}`;
      if (operation === undefined || !Object.hasOwn(trial.inputs, key)) continue;
      calls += 1;
      await callOnce({ served, operation, input: trial.inputs[key], timeoutMs: callTimeoutMs }, seen);
    }
  }
  return calls;
}

interface OneCall {
  readonly served: ServedConnection;
  readonly operation: Operation;
  readonly input: unknown;
  readonly timeoutMs: number;
}

async function callOnce({ served, operation, input, timeoutMs }: OneCall, seen: Seen): Promise<void> {
  const deadline = new AbortController();
  const given = new Promise<undefined>((resolve) =>
    deadline.signal.addEventListener('abort', () => resolve(undefined)),
  );
  const timer = systemClock.schedule(timeoutMs, () => deadline.abort(new FairleadError('timeout')));
  const keyed = operation.repeat === 'with-key' ? { idempotencyKey: 'sample-key' } : {};
  const call: Call = { signal: deadline.signal, timeoutMs, attempt: 1, ...keyed };
  try {
    const work =
      operation.kind === 'unary' ? served.call(operation, input, call) : served.open(operation, input, call).next();
    await Promise.race([work, given]);
  } catch (error) {
    seen.error.push(describe(error));
  } finally {
    timer.cancel();
    deadline.abort(new FairleadError('cancelled'));
  }
}

interface ContextParts {
  readonly settings: unknown;
  readonly seen: Seen;
  readonly otherHosts: Set<string>;
  readonly vendor: Vendor;
  readonly manifest: Manifest;
}

function createContext({ settings, seen, otherHosts, vendor, manifest }: ContextParts): PluginContext {
  const policy = createEgressPolicy({ egress: manifest.egress, settings });
  const log = (message: string, fields: LogFields = {}) =>
    void seen.log.push(`${message} ${inspect(fields, { depth: 8 })} ${json(fields)}`);
  const ask = async (url: string | URL) => {
    const { href, hostname } = new URL(url);
    seen.address.push(href);
    if (policy.allowsHost(hostname)) return vendor(href);
    otherHosts.add(hostname);
    throw new FairleadError('address_forbidden');
  };
  const values = new Map<string, unknown>();
  const secrets = new Map<string, Secret>();
  return {
    connection: { id: '01900000-0000-7000-8000-000000000001', name: 'check' },
    settings,
    log: { debug: log, info: log, warn: log, error: log },
    http: { fetch: ask, stream: async (url) => toStream(await ask(url)) },
    state: {
      get: async (key) => values.get(key),
      async put(key, value) {
        seen.state.push(`${key} ${json(value)}`);
        values.set(key, value);
      },
      delete: async (key) => void values.delete(key),
    },
    secrets: {
      get: async (name) => secrets.get(name),
      put: async (name, value) => void secrets.set(name, value),
      delete: async (name) => void secrets.delete(name),
    },
    clock: systemClock,
    signal: new AbortController().signal,
    webhookUrl: 'https://hub.example/hooks/check',
    invoke: () => Promise.reject(new FairleadError('feature_unsupported')),
  };
}

function toStream({ body, text, ...head }: FetchAnswer): StreamAnswer {
  const pieces = (async function* () {
    yield body;
  })();
  return { ...head, body: pieces, text: async () => text() };
}

function answer(url: string, status: number, type: string, body: string): FetchAnswer {
  return {
    status,
    url,
    headers: { 'content-type': type },
    body: new TextEncoder().encode(body),
    text: () => body,
    json() {
      try {
        return JSON.parse(body) as unknown;
      } catch {
        throw new FairleadError('answer_unreadable');
      }
    },
  };
}

/** Everything of an error that could be logged: what it says, its details, and its causes. */
function describe(error: unknown): string {
  const wire = isFairleadError(error) ? json(toWireError(error)) : '';
  return `${inspect(error, { depth: 8 })} ${wire}`.trim();
}

function json(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    // Circular, or a bigint in it: `inspect` has shown it.
    return '';
  }
}
