export { type CloudEvent, cloudEventType, toCloudEvent } from './cloud-event.ts';
export { coreEvents } from './declared/index.ts';
export {
  type CatalogueEntry,
  createEventCatalogue,
  type EventCatalogue,
  type EventCatalogueOptions,
  eventCheck,
} from './event-catalogue.ts';
export {
  declareEvent,
  type EventData,
  type EventDeclaration,
  type EventDeclarations,
  faultOfData,
} from './event-declaration.ts';
export { type AppendListener, EventLog, type EventLogOptions } from './event-log.ts';
export type { EventProblem } from './event-problem.ts';
export { matchesType } from './event-types.ts';
export { type EventFacts, newEvent } from './new-event.ts';
export { Relay, type RelayOptions } from './relay.ts';
export type { EventHandler, Subscription, SubscriptionOptions } from './subscription.ts';
