import { resolve } from 'node:path';
import { isLogLevel, type LogLevel, logLevels } from './log-level.ts';

/** Everything that can be set from outside. Read once, at start, and nowhere else. */
export interface Settings {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** Without a slash at the end. Undefined: made of host and port. */
  readonly publicUrl: string | undefined;
  /** Where the hub was started; packages in its `node_modules` that are plugins are found. Absolute. */
  readonly workFolder: string;
  /** Absolute. */
  readonly dataDir: string;
  /** Absolute path of the embedded database. */
  readonly databaseFile: string;
  readonly redisUrl: string | undefined;
  readonly masterKeys: string | undefined;
  /** Absolute. Used when `masterKeys` is not set. */
  readonly masterKeyFile: string;
  /** Absolute. */
  readonly pluginDirs: readonly string[];
  /** Where packages come from, whatever npm's settings say. Undefined: as those say. */
  readonly registry: string | undefined;
  /** Whether packages without a signature may be installed. */
  readonly pluginSignatures: 'optional' | 'required';
  /** False, true, or addresses and ranges of proxies. */
  readonly trustProxy: boolean | string;
  readonly logLevel: LogLevel;
  readonly otlpEndpoint: string | undefined;
  readonly ownerEmail: string | undefined;
  readonly ownerPassword: string | undefined;
}

export interface SettingRow {
  readonly name: string;
  /** As it is in force; `[secret]` for a secret that is set. */
  readonly value: string;
  readonly source: 'environment' | 'default';
}

/** Either all settings, or every fault in them. */
export type SettingsResult =
  | { readonly ok: true; readonly settings: Settings; readonly rows: readonly SettingRow[] }
  | { readonly ok: false; readonly faults: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;

interface Setting {
  readonly default: string;
  readonly secret?: true;
  /** What is wrong with a value, in words that follow the setting's name; undefined when nothing is. */
  readonly fault?: (value: string) => string | undefined;
}

/** The names are fixed; `docs/reference/settings.md` lists them and a test keeps the two equal. */
export const settingTable = {
  FAIRLEAD_HOST: { default: '127.0.0.1' },
  FAIRLEAD_PORT: {
    default: '7400',
    fault: (value) => (/^\d{1,5}$/.test(value) && Number(value) <= 65_535 ? undefined : 'must be a port, 0 to 65535'),
  },
  FAIRLEAD_PUBLIC_URL: { default: '', fault: httpUrl },
  FAIRLEAD_DATA_DIR: { default: '.fairlead' },
  DATABASE_URL: { default: '', secret: true, fault: databaseUrl },
  REDIS_URL: {
    default: '',
    secret: true,
    fault: (value) => (/^rediss?:\/\/./.test(value) ? undefined : 'must begin with redis:// or rediss://'),
  },
  FAIRLEAD_MASTER_KEYS: { default: '', secret: true },
  FAIRLEAD_MASTER_KEY_FILE: { default: '' },
  FAIRLEAD_PLUGIN_DIRS: { default: '' },
  FAIRLEAD_REGISTRY: { default: '', fault: registryUrl },
  FAIRLEAD_PLUGIN_SIGNATURES: {
    default: 'optional',
    fault: (value) => (/^(optional|required)$/.test(value) ? undefined : 'must be optional or required'),
  },
  FAIRLEAD_TRUST_PROXY: { default: 'false' },
  FAIRLEAD_LOG_LEVEL: {
    default: 'info',
    fault: (value) => (isLogLevel(value) ? undefined : `must be one of ${logLevels.join(', ')}`),
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: { default: '', fault: httpUrl },
  FAIRLEAD_OWNER_EMAIL: {
    default: '',
    fault: (value) => (/^[^\s@]+@[^\s@]+$/.test(value) ? undefined : 'must be an e-mail address'),
  },
  FAIRLEAD_OWNER_PASSWORD: {
    default: '',
    secret: true,
    fault: ({ length }) => (length >= 12 && length <= 256 ? undefined : 'must have 12 to 256 characters'),
  },
} as const satisfies Readonly<Record<string, Setting>>;

type Name = keyof typeof settingTable;

/** Only tests read these. */
const forTests = 'FAIRLEAD_TEST_';

/**
 * Reads the settings of an environment. Unknown `FAIRLEAD_*` names are faults, because a misspelt name would otherwise
 * be a setting that silently does nothing.
 * @param folder what relative paths start from
 */
export function readSettings(environment: Environment, folder: string): SettingsResult {
  const names = Object.keys(settingTable) as Name[];
  const faults = [
    ...Object.keys(environment)
      .filter((name) => name.startsWith('FAIRLEAD_') && !name.startsWith(forTests) && !(name in settingTable))
      .map((name) => unknownName(name, names)),
    ...names.flatMap((name) => faultOf(name, environment[name])),
  ];
  if (faults.length > 0) return { ok: false, faults };
  const value = (name: Name) => environment[name] || settingTable[name].default;
  const optional = (name: Name) => value(name) || undefined;
  const path = (text: string) => resolve(folder, text);
  const dataDir = path(value('FAIRLEAD_DATA_DIR'));
  const settings: Settings = {
    host: value('FAIRLEAD_HOST'),
    port: Number(value('FAIRLEAD_PORT')),
    publicUrl: optional('FAIRLEAD_PUBLIC_URL')?.replace(/\/+$/, ''),
    workFolder: path('.'),
    dataDir,
    databaseFile: value('DATABASE_URL')
      ? path(value('DATABASE_URL').slice('sqlite:'.length))
      : resolve(dataDir, 'fairlead.db'),
    redisUrl: optional('REDIS_URL'),
    masterKeys: optional('FAIRLEAD_MASTER_KEYS'),
    masterKeyFile: value('FAIRLEAD_MASTER_KEY_FILE')
      ? path(value('FAIRLEAD_MASTER_KEY_FILE'))
      : resolve(dataDir, 'master.key'),
    pluginDirs: value('FAIRLEAD_PLUGIN_DIRS').split(/[:,]/).filter(Boolean).map(path),
    registry: optional('FAIRLEAD_REGISTRY'),
    pluginSignatures: value('FAIRLEAD_PLUGIN_SIGNATURES') === 'required' ? 'required' : 'optional',
    trustProxy: trustProxy(value('FAIRLEAD_TRUST_PROXY')),
    logLevel: value('FAIRLEAD_LOG_LEVEL') as LogLevel,
    otlpEndpoint: optional('OTEL_EXPORTER_OTLP_ENDPOINT'),
    ownerEmail: optional('FAIRLEAD_OWNER_EMAIL'),
    ownerPassword: optional('FAIRLEAD_OWNER_PASSWORD'),
  };
  return { ok: true, settings, rows: names.map((name) => rowOf(name, environment[name], settings)) };
}

function faultOf(name: Name, value: string | undefined): string[] {
  const { fault } = settingTable[name] as Setting;
  if (value === undefined || value === '') return [];
  const problem = fault?.(value);
  return problem === undefined ? [] : [`${name} ${problem}.`];
}

function rowOf(name: Name, given: string | undefined, { dataDir, databaseFile, masterKeyFile }: Settings): SettingRow {
  const setting: Setting = settingTable[name];
  if (given) return { name, value: setting.secret ? '[secret]' : given, source: 'environment' };
  const computed: Partial<Record<Name, string>> = {
    FAIRLEAD_DATA_DIR: dataDir,
    DATABASE_URL: `sqlite:${databaseFile}`,
    FAIRLEAD_MASTER_KEY_FILE: masterKeyFile,
  };
  return { name, value: computed[name] ?? setting.default, source: 'default' };
}

function unknownName(name: string, names: readonly string[]): string {
  const near = names.find((known) => known.startsWith(name.slice(0, -2)) || name.startsWith(known));
  return `${name} is not a setting${near === undefined ? '' : `; did you mean ${near}?`}${near === undefined ? '.' : ''}`;
}

function httpUrl(value: string): string | undefined {
  return URL.canParse(value) && /^https?:\/\//.test(value)
    ? undefined
    : 'must be an address that begins with http:// or https://';
}

/** The value is shown by `doctor`, so tokens stay in .npmrc. */
function registryUrl(value: string): string | undefined {
  const fault = httpUrl(value);
  if (fault !== undefined) return fault;
  const { username, password, search } = new URL(value);
  return username + password + search === ''
    ? undefined
    : 'must hold no user, password or query; put tokens into .npmrc';
}

function databaseUrl(value: string): string | undefined {
  if (/^sqlite:./.test(value)) return undefined;
  if (/^(postgres(ql)?|mongodb(\+srv)?):\/\//.test(value))
    return 'names a database server, which this version cannot use yet; use sqlite:<file>';
  return 'must be sqlite:<file>';
}

function trustProxy(value: string): boolean | string {
  return value === 'true' ? true : value === 'false' ? false : value;
}
