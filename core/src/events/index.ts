export { type CloudEvent, cloudEventType, toCloudEvent } from './cloud-event.ts';
export { type AppendListener, EventLog, type EventLogOptions } from './event-log.ts';
export type { EventProblem } from './event-problem.ts';
export { matchesType } from './event-types.ts';
export { type EventFacts, newEvent } from './new-event.ts';
export { Relay, type RelayOptions } from './relay.ts';
export type { EventHandler, Subscription, SubscriptionOptions } from './subscription.ts';
