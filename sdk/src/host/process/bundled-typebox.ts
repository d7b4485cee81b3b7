import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

/** Written by `tooling/src/vendor/bundle-typebox.ts`. Without it, as when it was not written, plugins load their own. */
const bundle = new URL('generated/typebox.js', import.meta.resolve('@fairlead/sdk/package.json')).href;
const itsVersion = /^\/\/ typebox (\d[\w.+-]*)/;

/**
 * Nearly every plugin loads TypeBox, to say what its settings are: seven hundred small modules, which take a process
 * longer to load than everything else together and cost it 17 MB for as long as it runs. Whoever asks for exactly the
 * version of which the SDK has a copy in one file gets that copy.
 */
export function useBundledTypebox(): void {
  const [, version] = itsVersion.exec(readText(bundle) ?? '') ?? [];
  if (version === undefined) return;
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      return specifier === 'typebox' && versionAt(found.url) === version ? { ...found, url: bundle } : found;
    },
  });
}

/** Of the package of which this is `build/index.mjs`. */
function versionAt(entry: string): string | undefined {
  const head = readText(new URL('../package.json', entry).href);
  return head === undefined ? undefined : (JSON.parse(head) as { readonly version?: string }).version;
}

function readText(url: string): string | undefined {
  try {
    return readFileSync(new URL(url), 'utf8');
  } catch {
    return undefined;
  }
}
