import pacote from 'pacote';
import { InstallFault } from './install-fault.ts';
import { checkIntegrity, requireIntegrity } from './integrity.ts';
import { type Received, receiveBytes } from './receive-bytes.ts';

/**
 * How registries are reached, in npm's own names: `registry`, `@scope:registry`, tokens, proxies, certificates. It holds
 * secrets: never logged, never shown.
 */
export type RegistryOptions = Readonly<Record<string, unknown>>;

/** One package of a registry. */
export interface RegistryPackage {
  readonly name: string;
  readonly version: string;
  /** Where its tarball is. */
  readonly resolved: string;
  /** `sha512-…` */
  readonly integrity: string;
}

export interface RegistryCall {
  readonly options: RegistryOptions;
  /** A folder for this installation alone, for what npm's library keeps of answers. */
  readonly cache: string;
  readonly signal: AbortSignal;
}

/** What the registry says of an exact version. @throws InstallFault */
export async function lookUp(name: string, version: string, call: RegistryCall): Promise<RegistryPackage> {
  const spec = `${name}@${version}`;
  const manifest = await pacote.manifest(spec, optionsOf(call)).catch((error: unknown) => {
    throw registryFault(spec, error);
  });
  if (manifest.name !== name || manifest.version !== version || manifest._resolved === undefined) {
    throw new InstallFault('package_mismatch', `The registry answers with another package than ${spec}.`);
  }
  return { name, version, resolved: manifest._resolved, integrity: requireIntegrity(spec, manifest._integrity) };
}

export interface TarballFetch {
  readonly file: string;
  readonly maxBytes: number;
  readonly received?: Received;
}

/** Fetches a tarball whose bytes are those that the registry promised. @throws InstallFault */
export async function fetchTarball(
  { name, version, resolved, integrity }: RegistryPackage,
  { file, maxBytes, received }: TarballFetch,
  call: RegistryCall,
): Promise<void> {
  const spec = `${name}@${version}`;
  const { signal } = call;
  const receiving = { file, maxBytes, signal, ...(received === undefined ? {} : { received }) };
  try {
    const options = { ...optionsOf(call), resolved, integrity };
    const actual = await pacote.tarball.stream(spec, (bytes) => receiveBytes(bytes, receiving), options);
    checkIntegrity(spec, integrity, actual);
  } catch (error) {
    throw registryFault(spec, error);
  }
}

/** What every use of npm's libraries is given. Nothing they do runs code of a package. */
export function optionsOf({ options, cache, signal }: RegistryCall): RegistryOptions {
  return {
    ...options,
    cache,
    signal,
    preferOnline: true,
    ignoreScripts: true,
    allowGit: 'none',
    allowRemote: 'none',
    allowFile: 'none',
    allowDirectory: 'none',
  };
}

/** What npm's libraries throw, without the addresses and answers that they put into their messages. */
export function registryFault(what: string, error: unknown): unknown {
  if (error instanceof InstallFault) return error;
  const { code, name, statusCode } = error as { code?: unknown; name?: unknown; statusCode?: unknown };
  if (name === 'AbortError') return error;
  const fault = (faultCode: InstallFault['code'], problem: string) => new InstallFault(faultCode, problem, error);
  switch (code) {
    case 'E404':
    case 'ETARGET':
    case 'ENOVERSIONS':
      return fault('package_not_found', `The registry has no ${what}.`);
    case 'E401':
    case 'E403':
    case 'ENEEDAUTH':
      return fault('source_refused', `The registry does not give ${what} to this hub; see its credentials in .npmrc.`);
    case 'EINTEGRITY':
      return fault('integrity_failed', `The bytes of ${what} are not those that the registry promised.`);
    default: {
      const reason = typeof statusCode === 'number' ? `it answered ${statusCode}` : systemReason(code);
      return fault('source_unavailable', `The registry did not give ${what}: ${reason}.`);
    }
  }
}

function systemReason(code: unknown): string {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'its name is not known';
    case 'ECONNREFUSED':
      return 'it refuses connections';
    case 'FETCH_ERROR':
    case 'ECONNRESET':
    case 'ERR_STREAM_PREMATURE_CLOSE':
      return 'the connection broke off';
    default:
      return typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code) ? code : 'the answer cannot be read';
  }
}
