import type { HubEvent } from '@fairlead/client';

/** As many as are held of what arrived. */
export const kept = 500;
const gatherMs = 250;

/**
 * What arrives while a log is looked at, the latest first: hundreds a second are not hundreds of drawings, and nothing
 * grows without end. `reread` is called where what arrived does not reach back to what was read before: after the first
 * one, because what happened between the reading and it is in neither, and when more came than are held.
 */
export function createTail({
  show,
  reread,
}: {
  readonly show: (events: readonly HubEvent[]) => void;
  readonly reread: () => void;
}) {
  let events: readonly HubEvent[] = [];
  let isGap = true;
  let isHeld = false;
  let sinceRead = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const close = () => {
    if (!isGap || isHeld) return;
    isGap = false;
    sinceRead = 0;
    reread();
  };
  return {
    add(event: HubEvent) {
      sinceRead += 1;
      isGap ||= sinceRead > kept;
      // While nothing moves, what is looked at stays: then it is the new ones that are left out.
      if (isHeld && events.length >= 2 * kept) return;
      events = [event, ...events].slice(0, isHeld ? 2 * kept : kept);
      timer ??= setTimeout(() => {
        timer = undefined;
        show(events);
        close();
      }, gatherMs);
    },
    /** Nothing is read anew until `release`. */
    hold() {
      isHeld = true;
    },
    release() {
      isHeld = false;
      close();
    },
    stop: () => clearTimeout(timer),
  };
}
