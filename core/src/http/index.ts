export { bodyMaxBytes, createHttpApp, type HttpApp, type HttpAppOptions, type HttpExtension } from './app.ts';
export { asyncApiDocument, asyncApiExtension, type AsyncApiOptions } from './asyncapi.ts';
export { dashboardExtension } from './dashboard.ts';
export { homeExtension } from './home-page.ts';
export { embedExtension } from './embed/embed-extension.ts';
export { hooksExtension } from './hooks.ts';
export { Idempotency, idempotencyKeys, processFingerprintKey } from './idempotency.ts';
export { type PluginMetricsOptions, registerPluginMetrics } from './plugin-metrics.ts';
export { createMetrics, type Metrics } from './metrics.ts';
export { openApiExtension } from './openapi.ts';
export { type Problem, statusOfClass, statusOfCode } from './problem.ts';
export { type AuthRouteOptions, authRoutes } from './routes/auth.ts';
export { type CoreRouteOptions, coreRoutes } from './routes/index.ts';
export type { EffectiveSetting, ReadyCheck } from './routes/operations.ts';
export { streamCaller } from './stream-caller.ts';
export type {
  ConnectionService,
  EmbedService,
  GuardService,
  HealthService,
  InboxService,
  IncidentService,
  JobService,
  KeyKeeper,
  LaneService,
  OverviewService,
  PluginService,
  PluginUsageService,
  VaultService,
  WebhookReceiver,
} from './services.ts';
