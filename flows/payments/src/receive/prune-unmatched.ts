import { isStorageError } from '@fairlead/core/flow-api';
import type { PaymentTools } from '../tools.ts';

/** Longer than any provider takes to dispute or return a payment. */
const keptMs = 200 * 86_400_000;
const page = 500;
const mostPages = 20;

/**
 * Forgets events that belonged to nobody for so long that nobody will come: an account that another system uses as well
 * brings them every day. @returns how many were forgotten
 */
export async function pruneUnmatched({ unmatched, services }: PaymentTools, signal: AbortSignal): Promise<number> {
  const before = new Date(services.clock.now() - keptMs).toISOString();
  let count = 0;
  for (let read = 0; read < mostPages && !signal.aborted; read += 1) {
    const { items } = await unmatched.list({ where: { createdAt: { lt: before } }, limit: page });
    for (const { id, version } of items) {
      await unmatched.remove(id, version).catch((error: unknown) => {
        if (!isStorageError(error, 'version_conflict')) throw error;
      });
      count += 1;
    }
    if (items.length < page) break;
  }
  return count;
}
