import type { Books } from './books.ts';
import { type Amount, ApiFailure, type Payout } from './model.ts';

const day = 86_400_000;

export interface PayoutRequest extends Amount {
  readonly reference: string;
  readonly destination: string;
  readonly webhook_url?: string;
}

export function createPayouts({ database, clock, newId, tell }: Books) {
  const keep = (payout: Payout): Payout => {
    database.put('payout', payout.id, payout);
    tell('payout.updated', payout, payout.webhook_url);
    return payout;
  };
  return {
    payout(request: PayoutRequest, status: Payout['status']): Payout {
      const now = clock.stamp();
      return keep({
        ...request,
        id: newId('po'),
        status,
        arrives_at: clock.stamp(day),
        created_at: now,
        updated_at: now,
      });
    },

    /** A payout that was pending ends, or one that had succeeded comes back. */
    settlePayout(id: string, status: Payout['status']): Payout {
      const payout = database.get<Payout>('payout', id);
      if (payout === undefined) throw new ApiFailure(404, 'payout_unknown', 'There is no such payout.');
      const reason = status === 'failed' ? { reason: 'The account of the recipient is closed.' } : {};
      return keep({ ...payout, status, updated_at: clock.stamp(), ...reason });
    },
  };
}
