import { type Clock, copyJson, type KeyValueState, type Secret, type StoredSecrets } from '@fairlead/sdk';

export interface TrialMemoryOptions {
  readonly clock: Clock;
  /** Told of each secret that the plugin keeps, before it is kept. */
  readonly remember: (secret: Secret) => void;
}

/** What a plugin keeps while it is tried, gone with the try: a token that was got with other credentials proves nothing. */
export function createTrialMemory({ clock, remember }: TrialMemoryOptions): {
  readonly state: KeyValueState;
  readonly secrets: StoredSecrets;
} {
  const values = new Map<string, unknown>();
  const kept = new Map<string, { readonly secret: Secret; readonly untilMs: number }>();
  return {
    state: {
      get: async (key) => (values.has(key) ? copyJson(values.get(key)) : undefined),
      put: async (key, value) => void values.set(key, copyJson(value)),
      delete: async (key) => void values.delete(key),
    },
    secrets: {
      async get(name) {
        const found = kept.get(name);
        return found === undefined || found.untilMs <= clock.now() ? undefined : found.secret;
      },
      async put(name, secret, { expiresAt } = {}) {
        remember(secret);
        kept.set(name, { secret, untilMs: expiresAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(expiresAt) });
      },
      delete: async (name) => void kept.delete(name),
    },
  };
}
