import { validManifest, validSettings } from '../../testing/plugin-files.ts';
import { integrityOf, packageTarball } from './make-tarball.ts';

export interface TestPackage {
  readonly name: string;
  readonly version: string;
  readonly packageJson: Readonly<Record<string, unknown>>;
  readonly files: Readonly<Record<string, string>>;
  readonly tarball: Buffer;
  readonly integrity: string;
}

/** Would write a file if anybody ran it. */
export function scriptsThatLeave(mark: string): Readonly<Record<string, string>> {
  const write = `node -e "require('fs').appendFileSync(process.argv[1], process.env.npm_lifecycle_event)" ${mark}`;
  const names = ['preinstall', 'install', 'postinstall', 'prepare', 'preprepare', 'postprepare', 'prepublish'];
  return Object.fromEntries(names.map((name) => [name, write]));
}

/** A package of any kind. */
export function testPackage(
  name: string,
  version: string,
  more: { readonly packageJson?: object; readonly files?: Readonly<Record<string, string>> } = {},
): TestPackage {
  const packageJson = { name, version, type: 'module', exports: './index.js', ...more.packageJson };
  const files = {
    'package.json': JSON.stringify(packageJson),
    'index.js': `export const from = '${name}@${version}';\n`,
    ...more.files,
  };
  const tarball = packageTarball(files);
  return { name, version, packageJson, files, tarball, integrity: integrityOf(tarball) };
}

/** A plugin whose files are sound; its code is never run here. */
export function testPlugin(
  version = '1.0.0',
  more: { readonly packageJson?: object; readonly files?: Readonly<Record<string, string>>; readonly id?: string } = {},
): TestPackage {
  const id = more.id ?? validManifest.id;
  return testPackage(`@somebody/${id}`, version, {
    packageJson: { keywords: ['fairlead-plugin'], fairlead: { ...validManifest, id }, ...more.packageJson },
    files: { 'settings.schema.json': JSON.stringify(validSettings), ...more.files },
  });
}
