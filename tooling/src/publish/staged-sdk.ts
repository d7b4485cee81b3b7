import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { execute } from './execute.ts';

export const root = join(import.meta.dirname, '../../..');

/** One subpath of the package that has types, with what was built for it. */
export interface EntryPoint {
  /** As in `exports`: `.`, `./testing`. */
  readonly subpath: string;
  /** For file names: `index`, `testing`, `host-child`. */
  readonly name: string;
  /** What an author imports: `@fairlead/sdk/testing`. */
  readonly specifier: string;
  readonly declarations: string;
}

export interface StagedSdk extends Disposable {
  /** Of the package; its `dist` is freshly built. */
  readonly folder: string;
  readonly entryPoints: readonly EntryPoint[];
}

// Everything packing looks at besides the package itself: the versions of the catalog, the hook, the licence.
const workspaceFiles = ['package.json', 'pnpm-workspace.yaml', '.pnpmfile.mjs', 'tsconfig.base.json', 'LICENSE'];

/**
 * Builds the SDK as a release does, in a copy of its own: tests run beside each other, and a `dist` that somebody's
 * build left behind would hide what is missing from a fresh one.
 */
export async function stageSdk(): Promise<StagedSdk> {
  const workspace = realpathSync(mkdtempSync(join(tmpdir(), 'fairlead-publish-')));
  const folder = join(workspace, 'sdk');
  const remove = () => rmSync(workspace, { recursive: true, force: true });
  try {
    mkdirSync(folder);
    for (const name of workspaceFiles) cpSync(join(root, name), join(workspace, name));
    cpSync(join(root, 'sdk'), folder, { recursive: true, filter: (path) => !leftOut.includes(basename(path)) });
    for (const name of ['node_modules', 'sdk/node_modules']) symlinkSync(join(root, name), join(workspace, name));
    const { code, output } = await execute(process.execPath, [compiler(), '-b', folder], { cwd: workspace });
    if (code !== 0) throw new Error(`The SDK does not build:\n${output}`);
    return { folder, entryPoints: entryPoints(folder), [Symbol.dispose]: remove };
  } catch (error) {
    remove();
    throw error;
  }
}

const leftOut = ['node_modules', 'dist'];

/** The workspace's TypeScript, to run with Node. */
export function compiler(): string {
  return join(root, 'node_modules/typescript/bin/tsc');
}

function entryPoints(folder: string): EntryPoint[] {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly exports: Readonly<Record<string, string | { readonly types?: string }>>;
  };
  return Object.entries(manifest.exports).flatMap(([subpath, target]) => {
    if (typeof target === 'string' || target.types === undefined) return [];
    const declarations = join(folder, target.types);
    if (!existsSync(declarations)) throw new Error(`${subpath} names ${target.types}, which the build did not make.`);
    const name = subpath === '.' ? 'index' : subpath.slice(2).replaceAll('/', '-');
    return [{ subpath, name, specifier: `${manifest.name}${subpath.slice(1)}`, declarations }];
  });
}
