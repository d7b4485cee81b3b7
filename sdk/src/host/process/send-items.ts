import type { ServedConnection } from '../serve-plugin.ts';
import type { Operation } from '../../contract/operation.ts';
import type { ChildCall } from './child-call.ts';

/** What a stream is read with. */
interface Reading {
  readonly served: ServedConnection;
  readonly operation: Operation;
  readonly input: unknown;
  readonly call: ChildCall;
  readonly send: (item: unknown) => void;
}

/**
 * Reads a stream as far as there is credit, so that the plugin waits for a slow consumer. Ends when the plugin's
 * generator does, or when the call is given up: then the generator's `finally` runs.
 */
export async function sendItems({ served, operation, input, call, send }: Reading): Promise<void> {
  const items = served.open(operation, input, call);
  // A generator that waits inside of the plugin does not see the end of its loop here: `return` reaches it at its next item.
  call.signal.addEventListener('abort', () => void items.return().catch(() => undefined), { once: true });
  try {
    while (await call.takeCredit()) {
      const next = await items.next();
      if (next.done === true) return;
      if (!call.aborted) send(next.value);
    }
  } finally {
    await items.return();
  }
}
