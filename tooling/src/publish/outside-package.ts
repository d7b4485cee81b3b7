import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pnpm } from './execute.ts';
import { root } from './staged-sdk.ts';

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/**
 * Writes a package somewhere outside the workspace and installs it there, without a network: the SDK from its tarball,
 * everything else from the workspace's own copies. What a plugin ships with is copied, as a registry's would be; its
 * tools are linked.
 */
export async function installOutside(
  folder: string,
  files: ReadonlyMap<string, string>,
  tarball: string,
): Promise<void> {
  writeFiles(folder, files);
  const manifest = JSON.parse(files.get('package.json') ?? '{}') as Manifest;
  const tools = Object.keys(manifest.devDependencies ?? {}).map((name) => [name, `link:${installed(name)}`]);
  const parts = [...Object.keys(manifest.dependencies ?? {}), ...dependenciesOfSdk()]
    .filter((name) => name !== sdkName)
    .map((name) => [name, `file:${installed(name)}`]);
  const overrides = Object.fromEntries([...tools, ...parts, [sdkName, `file:${tarball}`]]) as Record<string, string>;
  // JSON is YAML as well. `hoisted`: folders instead of links into a store, so that the package can be copied whole.
  const workspace = JSON.stringify({ packages: ['.'], nodeLinker: 'hoisted', overrides });
  writeFiles(folder, new Map([['pnpm-workspace.yaml', workspace]]));
  const { code, output } = await pnpm(['install', '--offline', '--no-frozen-lockfile'], { cwd: folder });
  if (code !== 0) throw new Error(`The package does not install:\n${output}`);
}

const sdkName = '@fairlead/sdk';

/** A program of an installed tool, to run with Node. */
export function programOf(owner: string, program: string): string {
  const { bin } = JSON.parse(readFileSync(join(installed(owner), 'package.json'), 'utf8')) as {
    readonly bin: Readonly<Record<string, string>>;
  };
  return join(installed(owner), bin[program] ?? '');
}

function dependenciesOfSdk(): readonly string[] {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'sdk/package.json'), 'utf8')) as Manifest;
  return Object.keys(dependencies ?? {});
}

function installed(name: string): string {
  for (const place of ['sdk/node_modules', 'node_modules']) {
    try {
      return realpathSync(join(root, place, name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  throw new Error(`The workspace has no copy of ${name}.`);
}

/** Paths may have folders that are not there yet. */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
