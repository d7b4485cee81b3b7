import type { HubEvent } from '@fairlead/client';

const kept = 500;
const gatherMs = 250;

/**
 * What arrives while a log is looked at, the latest first: hundreds a second are not hundreds of drawings, and nothing
 * grows without end. Where some had to be dropped, and after the first, the log is read anew: what happened between the
 * reading of it and the first that arrived is in neither.
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
  let timer: ReturnType<typeof setTimeout> | undefined;
  const close = () => {
    if (!isGap || isHeld) return;
    isGap = false;
    reread();
  };
  return {
    add(event: HubEvent) {
      if (events.length >= kept) isGap = true;
      events = [event, ...events.slice(0, kept - 1)];
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
