import type { Clock } from '@fairlead/sdk';
import { Attempts } from './attempts.ts';
import type { Audit } from './audit.ts';

export interface Refusals {
  /** Durable when it resolves. */
  note(
    key: { readonly id: string; readonly name: string },
    at: { readonly address: string; readonly requestId: string },
  ): Promise<void>;
}

/**
 * Calls with an API key from where it does not count, in the audit log. Whoever holds a stolen key could fill the log with
 * them: for one key and address the next row comes after a minute, then after two, and so on to a quarter of an hour.
 */
export function createRefusals({ clock, audit }: { readonly clock: Clock; readonly audit: Audit }): Refusals {
  const noted = new Attempts({ clock, free: 0, firstWaitMs: 60_000, rememberMs: 86_400_000, capacity: 5_000 });
  return {
    note: async ({ id, name }, { address, requestId }) => {
      const place = `${id} ${address}`;
      if (noted.waitMs(place) > 0) return;
      noted.failed(place);
      await audit.append({
        actorKind: 'api-key',
        actorId: id,
        actorName: name,
        action: 'api-key.use',
        target: id,
        outcome: 'denied',
        problem: 'address_not_allowed',
        ip: address,
        requestId,
        details: {},
      });
    },
  };
}
