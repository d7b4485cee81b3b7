export { listQuery, mapPage, type PageLike, pageOf, pageOptions, pageQuery } from './paging.ts';
export {
  type Admission,
  checkRoute,
  defineRoute,
  type HttpMethod,
  type IdempotencyMode,
  type ResponseSchemas,
  type Route,
  type RouteAudit,
  type RouteDeclaration,
} from './route.ts';
export {
  type Answerer,
  type AnyQuestion,
  type AskOptions,
  answers,
  type BoundAnswer,
  defineQuestion,
  type Question,
  type QuestionInput,
  type QuestionOutput,
} from './question.ts';
export { isReply, type RouteReply, type RouteReplyOptions, reply, versioned } from './route-reply.ts';
export type { Actor, RouteRequest } from './route-request.ts';
export {
  defineFlow,
  type Flow,
  type FlowBody,
  type FlowDeclaration,
  type FlowEvent,
  type FlowJob,
  type InboxBatch,
} from './define-flow.ts';
export type {
  ConnectionStanding,
  FlowConnection,
  FlowConnections,
  FlowGuard,
  FlowIncidents,
  FlowJobs,
  FlowServices,
  IncidentReport,
  JobRequest,
  OperationSupport,
} from './services.ts';
export {
  type Aggregate,
  type Change,
  type Collection,
  defineCollection,
  isStorageError,
  type JsonObject,
  type OutboxEvent,
  type Page,
  type Repository,
  type Stored,
} from '../storage/index.ts';
export { declareEvent, type EventData, type EventDeclaration } from '../events/index.ts';
export { HubError, type HubErrorCode, isHubError, type RequestFault } from '../errors/index.ts';
