import { readFile } from 'node:fs/promises';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface FailedImport {
  /** Absolute path of the file that was to be imported. */
  readonly entry: string;
  /** Absolute path of its package. */
  readonly location: string;
}

const longest = 500;

/**
 * What an author reads when code cannot be loaded: the error, and file and line of the package where it lies, as far as
 * that is known. A file of JavaScript that cannot be parsed is read once more to find them. Never rejects.
 */
export async function importFault(error: unknown, failed: FailedImport): Promise<string> {
  if (!(error instanceof Error)) return String(error).replaceAll(failed.location, '.').slice(0, longest);
  const place = placeIn(error.stack ?? '', failed) ?? (await placeOfImport(error, failed).catch(() => undefined));
  const text = `${error.name}: ${error.message}`.replaceAll(failed.location, '.');
  const where = place === undefined ? '' : ` (${place})`;
  return text.slice(0, longest - where.length) + where;
}

/** The first line of a file of the package, `./src/index.ts:3`, that a stack names; of its own code before its libraries. */
function placeIn(stack: string, { location }: FailedImport): string | undefined {
  const paths = stack.replaceAll(pathToFileURL(location).href, location).split(location).slice(1);
  const places = paths
    .map((rest) => /^[\\/]([^\s():?#]+)(?:[?#][^\s():]*)?:(\d+)/.exec(rest))
    .filter((one) => one !== null);
  const [, file, line] = places.find(([, name = '']) => !name.includes('node_modules')) ?? places[0] ?? [];
  return file === undefined ? undefined : `./${file}:${line}`;
}

async function placeOfImport(error: Error, failed: FailedImport): Promise<string | undefined> {
  if (error instanceof SyntaxError) return placeOfSyntax(failed);
  // “Cannot find module '/a/missing.ts' imported from /a/index.ts”, and the like for packages.
  const [, name = '', importer = ''] = /'([^']+)' imported from (.+)$/m.exec(error.message) ?? [];
  if (!importer.startsWith(failed.location)) return undefined;
  const lines = (await readFile(importer, 'utf8')).split('\n');
  const line = lines.findIndex((text) => /['"]/.test(text) && text.includes(basename(name)));
  return placeIn(line < 0 ? '' : `${importer}:${line + 1}`, failed);
}

/** V8 says only when it prints an error where in JavaScript it is. The file that was loaded last is the one. */
async function placeOfSyntax(failed: FailedImport): Promise<string | undefined> {
  let last = '';
  const hooks = registerHooks({
    load(url, context, next) {
      last = url;
      return next(url, context);
    },
  });
  try {
    await import(`${pathToFileURL(failed.entry).href}?again`);
  } catch {
    // The same error as before.
  } finally {
    hooks.deregister();
  }
  try {
    stripTypeScriptTypes(await readFile(fileURLToPath(last.split('?')[0] ?? ''), 'utf8'), { sourceUrl: last });
  } catch (error) {
    return placeIn((error as Error).stack ?? '', failed);
  }
  return undefined;
}
