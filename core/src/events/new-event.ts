import { type Clock, newId, timestamp } from '@fairlead/sdk';
import { isEventType, type JsonObject, type OutboxEvent } from '../storage/index.ts';

export interface EventFacts {
  /** A dotted fact in the past tense: `payment.captured`. */
  readonly type: string;
  /** What it is about, within its source: usually the id of the aggregate. */
  readonly subject?: string;
  readonly data: JsonObject;
}

/** An event for the outbox, with an id and the time of now. @throws TypeError for a type that is no dotted fact */
export function newEvent(clock: Clock, { type, subject, data }: EventFacts): OutboxEvent {
  if (!isEventType(type)) throw new TypeError(`“${type}” is not a type of event: lower-case parts joined by dots.`);
  return { id: newId(clock.now()), type, time: timestamp(clock), ...(subject === undefined ? {} : { subject }), data };
}
