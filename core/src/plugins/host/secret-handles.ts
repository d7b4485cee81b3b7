import { randomUUID } from 'node:crypto';
import { FairleadError, isSecret, Secret, type SecretHandles } from '@fairlead/sdk';

/**
 * Secrets of one process by handle, for what crosses between guard and plugin. Both sides use the same table. A handle
 * lasts as long as its secret is held by somebody.
 */
export function createSecretHandles(): SecretHandles {
  const handles = new WeakMap<Secret, string>();
  const secrets = new Map<string, WeakRef<Secret>>();
  const registry = new FinalizationRegistry<string>((handle) => secrets.delete(handle));
  return {
    bytes: 'copied',
    toHandle(secret) {
      const known = handles.get(secret);
      if (known !== undefined) return known;
      const handle = `secret:${randomUUID()}`;
      handles.set(secret, handle);
      secrets.set(handle, new WeakRef(secret));
      registry.register(secret, handle);
      return handle;
    },
    fromHandle(handle) {
      const secret = secrets.get(handle)?.deref();
      if (!isSecret(secret)) throw new FairleadError('input_invalid', { message: 'This secret is no longer held.' });
      return secret;
    },
  };
}
