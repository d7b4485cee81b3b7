import type { Clock, FairleadError } from '@fairlead/sdk';
import { failureName, type Judgement } from './judge.ts';
import { type RestKind, restMs, restRules } from './rest.ts';
import type { StandingState } from './standing-state.ts';

export type Rest = NonNullable<StandingState['rest']>;

/** The right to ask a configuration once. */
export interface Ticket {
  readonly id: string;
  /** How often the configuration had changed between resting and working when it was given. */
  readonly era: number;
  /** True for the one call that finds out whether a rest is over. */
  readonly probe: boolean;
}

export type Admission = { readonly ticket: Ticket } | { readonly restingMs: number };

/** Which configurations rest. Durations are on the monotonic clock: setting the machine's clock ends none of them. */
export interface CoolDowns {
  /** A ticket has to be handed back by exactly one of `worked`, `failed`, `ended`. */
  admit(id: string): Admission;
  worked(ticket: Ticket): void;
  failed(ticket: Ticket, says: Judgement['says'], error: FairleadError): void;
  /** It says nothing of the configuration. */
  ended(ticket: Ticket): void;
  /** Whatever made it rest may be mended: it may be asked at once. */
  forget(id: string): void;
  /** Takes over what another process, or this one before it ended, had found. */
  adopt(id: string, rest: Rest | null): void;
  /** What holds for a configuration now; null when it may be asked. */
  rest(id: string): Rest | null;
}

export type StandingChange =
  | { readonly kind: 'rests'; readonly rest: Rest }
  | { readonly kind: 'works' | 'forgotten'; readonly before: Rest };

export interface CoolDownOptions {
  readonly clock: Clock;
  /** Told of each change that was not adopted: it rests (again), it works again, or its rest was forgotten. */
  readonly changed: (id: string, change: StandingChange) => void;
}

interface Place {
  inARow: number;
  era: number;
  rest: Rest | null;
  restUntilMs: number;
  probing: boolean;
}

export function createCoolDowns({ clock, changed }: CoolDownOptions): CoolDowns {
  const places = new Map<string, Place>();
  const placeOf = (id: string): Place => {
    let place = places.get(id);
    if (place === undefined) {
      place = { inARow: 0, era: 0, rest: null, restUntilMs: 0, probing: false };
      places.set(id, place);
    }
    return place;
  };
  const setRest = (place: Place, rest: Rest | null, forMs: number) => {
    Object.assign(place, {
      rest,
      restUntilMs: clock.monotonic() + forMs,
      probing: false,
      inARow: 0,
      era: place.era + 1,
    });
  };
  const begin = (id: string, kind: RestKind, error: FairleadError) => {
    const place = placeOf(id);
    const level = place.rest?.level ?? 0;
    const forMs = restMs(kind, level, error);
    const rest = { kind, code: failureName(error), untilMs: clock.now() + forMs, level: level + 1 };
    setRest(place, rest, forMs);
    changed(id, { kind: 'rests', rest });
  };
  const end = (id: string, kind: 'works' | 'forgotten') => {
    const place = placeOf(id);
    const before = place.rest;
    setRest(place, null, 0);
    if (before !== null) changed(id, { kind, before });
  };
  /** False for a ticket of before a rest: a call that comes back late neither ends it nor makes it longer. */
  const isCurrent = (ticket: Ticket) => ticket.era === placeOf(ticket.id).era;
  const worked = (ticket: Ticket) => {
    if (!isCurrent(ticket)) return;
    if (ticket.probe) end(ticket.id, 'works');
    else placeOf(ticket.id).inARow = 0;
  };
  const ended = (ticket: Ticket) => {
    if (ticket.probe && isCurrent(ticket)) placeOf(ticket.id).probing = false;
  };
  return {
    admit(id) {
      const place = placeOf(id);
      if (place.rest === null) return { ticket: { id, era: place.era, probe: false } };
      const leftMs = place.restUntilMs - clock.monotonic();
      if (leftMs > 0) return { restingMs: leftMs };
      // One goes and looks, the others stay with those that work.
      if (place.probing) return { restingMs: 1_000 };
      place.probing = true;
      return { ticket: { id, era: place.era, probe: true } };
    },
    worked,
    ended,
    failed(ticket, says, error) {
      if (says === 'works') return worked(ticket);
      if (says === 'nothing') return ended(ticket);
      if (!isCurrent(ticket)) return;
      const place = placeOf(ticket.id);
      place.inARow += 1;
      if (ticket.probe || place.inARow >= restRules[says].after) begin(ticket.id, says, error);
    },
    forget: (id) => end(id, 'forgotten'),
    adopt(id, rest) {
      const place = placeOf(id);
      if (rest !== null || place.rest !== null) setRest(place, rest, Math.max(0, (rest?.untilMs ?? 0) - clock.now()));
    },
    rest: (id) => places.get(id)?.rest ?? null,
  };
}
