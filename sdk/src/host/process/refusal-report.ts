import { type Clock, systemClock } from '../../values/clock.ts';
import type { Channel } from './channel.ts';
import type { FromChild, Refusal, RefusedMessage } from './messages.ts';

/** Milliseconds between two reports of the same kind and host: a plugin that tries for ever is no reason for a storm. */
const everyMs = 1_000;
const mostAtOnce = 64;

/** Tells the hub of refusals: of the first at once, then of how many there were each second. */
export function createRefusalReport(
  hub: Pick<Channel<FromChild>, 'send'>,
  clock: Clock = systemClock,
): (refusal: Refusal) => void {
  const pending = new Map<string, RefusedMessage>();
  let waits = false;
  const send = () => {
    waits = pending.size > 0;
    if (!waits) return;
    for (const message of pending.values()) hub.send(message);
    pending.clear();
    clock.schedule(everyMs, send);
  };
  return ({ kind, host }) => {
    const shown = pending.size < mostAtOnce || pending.has(`${kind} ${host}`) ? host : '(others)';
    const key = `${kind} ${shown}`;
    const attempts = (pending.get(key)?.attempts ?? 0) + 1;
    pending.set(key, { type: 'refused', kind, host: shown, attempts });
    if (!waits) send();
  };
}
