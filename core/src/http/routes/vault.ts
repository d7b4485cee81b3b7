import { Type } from 'typebox';
import { defineRoute, type Route } from '../../flow-api/index.ts';
import type { VaultService } from '../services.ts';
import { idParams } from './schemas.ts';

const progress = Type.Object({
  id: Type.String(),
  state: Type.Enum(['running', 'finished', 'stopped']),
  targetKeyId: Type.String(),
  total: Type.Integer(),
  done: Type.Integer(),
  failedCount: Type.Integer(),
  failed: Type.Array(
    Type.Object({
      holder: Type.String(),
      recordId: Type.String(),
      field: Type.String(),
      keyId: Type.String(),
      code: Type.String(),
    }),
  ),
  startedAt: Type.String(),
  finishedAt: Type.Optional(Type.String()),
});

const keyStatus = Type.Object({
  id: Type.String(),
  active: Type.Boolean(),
  state: Type.String({ description: 'ok, missing, wrong or retired' }),
  addedAt: Type.String(),
  retiredAt: Type.Optional(Type.String()),
});
const key = Type.Object({
  ...keyStatus.properties,
  inUse: Type.Integer({ description: 'Stored secrets that this key wraps.' }),
});

/** Master keys by name, never by value; and moving everything to the newest. */
export function vaultRoutes({ vault }: { readonly vault: VaultService }): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/vault/keys',
      permission: 'vault.read',
      summary: 'The master keys this hub has seen, and the latest rotation.',
      responses: { 200: Type.Object({ items: Type.Array(key), rotation: Type.Union([progress, Type.Null()]) }) },
      handler: async () => {
        const [keys, usage, rotation] = await Promise.all([
          vault.register.list(),
          vault.rotation.usage(),
          vault.rotation.progress(),
        ]);
        return { items: keys.map((one) => ({ ...one, inUse: usage.get(one.id) ?? 0 })), rotation: rotation ?? null };
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/vault/keys',
      permission: 'vault.rotate',
      audit: { action: 'vault.add-key', target: (_request, answer) => answer?.id },
      idempotent: 'none',
      summary: 'Make a master key, keep it in the key file, and seal with it from now on.',
      description: 'What earlier keys sealed stays readable; `POST /api/vault/rotate` moves it to the new one.',
      responses: { 201: keyStatus },
      handler: () => vault.keeper.add(),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/vault/keys/{id}/retire',
      permission: 'vault.rotate',
      audit: { action: 'vault.retire-key' },
      idempotent: 'none',
      summary: 'Give up a master key that no stored secret needs any more. Repeating it is harmless.',
      params: idParams,
      responses: { 200: keyStatus },
      handler: ({ params }) => vault.keeper.retire(params.id),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/vault/rotate',
      permission: 'vault.rotate',
      audit: { action: 'vault.rotate', target: (_request, answer) => answer?.targetKeyId },
      idempotent: 'none',
      summary: 'Wrap all stored secrets by the active master key, in the background.',
      description: 'While one is under way, the same one is answered.',
      responses: { 202: progress },
      handler: () => vault.rotation.start(),
    }),
  ];
}
