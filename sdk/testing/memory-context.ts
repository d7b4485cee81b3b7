import { FairleadError } from '../src/errors/index.ts';
import type {
  HttpClient,
  KeyValueState,
  LogFields,
  Logger,
  PluginContext,
  StoredSecrets,
} from '../src/plugin/context.ts';
import type { Clock } from '../src/values/clock.ts';
import { Secret } from '../src/values/secret.ts';
import type { SecretHandles } from '../src/wire/codec.ts';

/** One line that the plugin logged. */
export interface LogEntry {
  /** How loud it was. */
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  /** As given, not redacted. */
  readonly message: string;
  /** As given, not redacted; `{}` when there were none. */
  readonly fields: LogFields;
}

/** A plugin's key-value state, with a look inside for tests. */
export interface MemoryState extends KeyValueState {
  /** What is stored, as JSON text by key. */
  readonly entries: ReadonlyMap<string, string>;
}

interface ContextParts {
  readonly settings: unknown;
  readonly clock: Clock;
  readonly http: HttpClient;
  readonly signal: AbortSignal;
  readonly webhookUrl?: string;
  readonly invoke?: PluginContext['invoke'];
}

const keyForm = /^[A-Za-z0-9._\-:/]{1,128}$/;
const longestValue = 65_536;

/** The context of one connection, with everything a plugin keeps held in memory. */
export function createMemoryContext(parts: ContextParts) {
  const logs: LogEntry[] = [];
  const state = createMemoryState();
  const { secrets, storedSecrets } = createMemorySecrets(parts.clock);
  const context: PluginContext = {
    connection: { id: '01900000-0000-7000-8000-000000000001', name: 'test' },
    settings: parts.settings,
    log: createLogger(logs),
    http: parts.http,
    state,
    secrets,
    clock: parts.clock,
    signal: parts.signal,
    webhookUrl: parts.webhookUrl ?? 'https://hub.example/hooks/test',
    invoke: parts.invoke ?? (() => Promise.reject(new FairleadError('feature_unsupported'))),
  };
  return { context, logs, state, storedSecrets };
}

function createLogger(logs: LogEntry[]): Logger {
  const at =
    (level: LogEntry['level']) =>
    (message: string, fields: LogFields = {}) =>
      void logs.push({ level, message, fields });
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

function createMemoryState(): MemoryState {
  const entries = new Map<string, string>();
  const checked = (key: string) => {
    if (!keyForm.test(key)) throw new TypeError(`“${key}” cannot be a key of state.`);
    return key;
  };
  return {
    entries,
    get: async (key) => {
      const json = entries.get(checked(key));
      return json === undefined ? undefined : (JSON.parse(json) as unknown);
    },
    put: async (key, value) => {
      const json = JSON.stringify(value) as string | undefined;
      if (json === undefined || Buffer.byteLength(json) > longestValue) {
        throw new TypeError(`The value of “${key}” is not JSON of at most 64 KiB.`);
      }
      entries.set(checked(key), json);
    },
    delete: async (key) => void entries.delete(checked(key)),
  };
}

function createMemorySecrets(clock: Clock): { secrets: StoredSecrets; storedSecrets: ReadonlyMap<string, string> } {
  const storedSecrets = new Map<string, string>();
  const expiry = new Map<string, number>();
  const secrets: StoredSecrets = {
    get: async (name) => {
      const value = storedSecrets.get(name);
      return value === undefined || (expiry.get(name) ?? Infinity) <= clock.now() ? undefined : new Secret(value);
    },
    put: async (name, value, options) => {
      storedSecrets.set(name, value.reveal());
      if (options?.expiresAt === undefined) expiry.delete(name);
      else expiry.set(name, Date.parse(options.expiresAt));
    },
    delete: async (name) => void storedSecrets.delete(name),
  };
  return { secrets, storedSecrets };
}

/** Handles as a host makes them: a random name for each secret, known on both sides. */
export function createSecretHandles(): SecretHandles {
  const byHandle = new Map<string, Secret>();
  return {
    toHandle(secret) {
      const handle = `secret:${byHandle.size + 1}`;
      byHandle.set(handle, secret);
      return handle;
    },
    fromHandle(handle) {
      const secret = byHandle.get(handle);
      if (secret === undefined) throw new TypeError('No secret has this handle.');
      return secret;
    },
  };
}
