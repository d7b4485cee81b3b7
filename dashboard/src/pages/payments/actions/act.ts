import { type Answer, ok } from '@fairlead/client';
import { useState } from 'react';
import { newIdempotencyKey } from '../../../components/idempotency-key.ts';
import { useTell } from '../../../components/toasts.tsx';
import { usePaymentsChanged } from '../use-payments.ts';

type Acted = Answer<'/api/payments/{id}/refund', 'post'>;
type Call = (header: { readonly 'idempotency-key': string }) => Promise<{
  data?: Acted;
  error?: unknown;
  response: Response;
}>;

/**
 * Has a provider do something, once however often it is pressed while the network is away, and says what came of it.
 * What the provider refused is thrown, to be shown where it was asked; asking again then is a call of its own.
 */
export function useAct(): (call: Call, done: string) => Promise<void> {
  const [key, setKey] = useState(newIdempotencyKey);
  const changed = usePaymentsChanged();
  const tell = useTell();
  return async (call, done) => {
    const { result } = await ok(call({ 'idempotency-key': key }));
    setKey(newIdempotencyKey());
    await changed();
    const problem = result.problem?.text ?? 'It did not say why.';
    switch (result.state) {
      case 'declined':
      case 'not_attempted':
        throw new Error(`The provider declined it: ${problem}`);
      case 'not_made':
        throw new Error(`It did not happen: ${problem}`);
      case 'unknown':
      case 'intended':
        return tell.done(
          'It may have happened: the provider did not say. The hub finds out, and the timeline will tell.',
        );
      case 'done':
        return tell.done(done);
    }
  };
}
