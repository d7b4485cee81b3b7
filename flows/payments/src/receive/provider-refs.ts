import { isStorageError } from '@fairlead/core/flow-api';
import { type ProviderRef, refId } from '../collections.ts';
import type { PaymentTools } from '../tools.ts';

/**
 * Writes down whose a provider's id is, then takes up events that came before that was known. Durable when it resolves;
 * repeating it is harmless. The order (write, then look) and the reverse one of those who keep an event (keep, then look
 * again) make sure that one of both sees the other.
 */
export async function rememberRef(
  tools: PaymentTools,
  connectionId: string,
  ref: string,
  owner: ProviderRef['owner'],
): Promise<void> {
  const id = refId(connectionId, ref);
  try {
    await tools.refs.commit({ id, state: { connectionId, ref, owner } }, 0);
  } catch (error) {
    if (!isStorageError(error, 'version_conflict') && !isStorageError(error, 'duplicate_key')) throw error;
  }
  await tools.adopt(id);
}

/** Whose a provider's id is; undefined for one that the hub did not make. */
export async function ownerOf(
  tools: PaymentTools,
  connectionId: string,
  ref: string,
): Promise<ProviderRef['owner'] | undefined> {
  return (await tools.refs.get(refId(connectionId, ref)))?.state.owner;
}
