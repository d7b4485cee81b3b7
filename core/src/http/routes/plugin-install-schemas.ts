import { Type } from 'typebox';
import type { Installation, InstalledPackage } from '../../plugins/index.ts';
import { nullableText } from './schemas.ts';

const signature = Type.Object(
  {
    status: Type.Enum(['signed', 'unsigned']),
    key: Type.Optional(Type.String({ description: 'Name of the signing key, as it was then.' })),
    keyId: Type.Optional(Type.String()),
  },
  { description: 'Whether one of this hub’s signing keys vouches for the tarball.' },
);
const integrity = Type.Union([Type.String(), Type.Null()], {
  description: 'SHA-512 of the tarball, or of a folder’s files; null for a folder that is linked.',
});

export const installation = Type.Object({
  id: Type.String(),
  status: Type.Enum(['running', 'installed', 'failed']),
  spec: Type.String(),
  startedAt: Type.String(),
  startedBy: Type.String(),
  endedAt: nullableText,
  progress: Type.Object({
    step: Type.Enum(['waiting', 'resolving', 'downloading', 'unpacking', 'checking', 'placing']),
    done: Type.Integer({ description: 'Packages in place, of `total`, which grows when the dependencies are known.' }),
    total: Type.Integer(),
    bytes: Type.Integer({ description: 'Received so far.' }),
  }),
  result: Type.Union([
    Type.Object({
      plugin: Type.String(),
      packageName: Type.String(),
      version: Type.String(),
      integrity,
      signature,
      alreadyThere: Type.Boolean({ description: 'The same was installed before; nothing was changed.' }),
    }),
    Type.Null(),
  ]),
  error: Type.Union([Type.Object({ code: Type.String(), message: Type.String() }), Type.Null()]),
});

/** How a version came here. */
export const installed = Type.Object({
  packageName: Type.String(),
  version: Type.String(),
  origin: Type.Enum(['registry', 'address', 'tarball', 'folder', 'link']),
  spec: Type.String(),
  integrity,
  signature,
  installedAt: Type.String(),
  installedBy: Type.String(),
  packages: Type.Array(
    Type.Object({
      location: Type.String({ description: 'From the plugin’s folder; empty for the plugin itself.' }),
      name: Type.String(),
      version: Type.String(),
      integrity: Type.String(),
    }),
  ),
});

export const packageCheck = Type.Object({
  packageName: Type.String(),
  version: Type.String(),
  outcome: Type.Enum(['intact', 'changed', 'unknown']),
  changed: Type.Array(Type.String(), { description: 'Packages whose files are not those that were installed.' }),
});

export function showInstallation({
  id,
  status,
  spec,
  startedAt,
  startedBy,
  endedAt,
  progress,
  result,
  error,
}: Installation) {
  return { id, status, spec, startedAt, startedBy, endedAt, progress, result, error };
}

export function showInstalled({ packages, ...one }: InstalledPackage) {
  const { packageName, version, origin, spec, integrity: whole, signature: signed, installedAt, installedBy } = one;
  return {
    packageName,
    version,
    origin,
    spec,
    integrity: whole,
    signature: signed,
    installedAt,
    installedBy,
    packages: packages.map(({ location, name, version: exact, integrity: bytes }) => ({
      location,
      name,
      version: exact,
      integrity: bytes,
    })),
  };
}
