export { callRoute, type RouteAnswer, type RouteCall } from './call-route.ts';
export { flowServices, type FlowServicesOptions } from './flow-services.ts';
export { scheduledBy, type ScheduledTurns } from './scheduled-by.ts';
