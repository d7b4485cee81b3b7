import type { Access } from '../../access/index.ts';
import type { Route } from '../../flow-api/index.ts';
import type { InboxService, IncidentService, JobService, VaultService, WebhookService } from '../services.ts';
import { apiKeyRoutes } from './api-keys.ts';
import { auditRoutes } from './audit.ts';
import { type AuthRouteOptions, authRoutes } from './auth.ts';
import { type ConnectionCallOptions, connectionCallRoutes } from './connection-calls.ts';
import { type ConnectionTryOptions, connectionTryRoutes } from './connection-tries.ts';
import { type ConnectionRouteOptions, connectionRoutes } from './connections.ts';
import { type EventTypeRouteOptions, eventTypeRoutes } from './event-types.ts';
import { type EmbedRouteOptions, embedRoutes } from './embeds.ts';
import { type EventRouteOptions, eventRoutes } from './events.ts';
import { inboxRoutes } from './inbox.ts';
import { incidentRoutes } from './incidents.ts';
import { jobRoutes } from './jobs.ts';
import { type OperationRouteOptions, operationRoutes } from './operations.ts';
import { type OverviewRouteOptions, overviewRoutes } from './overview.ts';
import { type PluginInstallRouteOptions, pluginInstallRoutes } from './plugin-installs.ts';
import { pluginDevelopmentRoutes } from './plugin-development.ts';
import { type PluginHealthRouteOptions, pluginHealthRoutes } from './plugin-health.ts';
import { type PluginLogRouteOptions, pluginLogRoutes } from './plugin-log.ts';
import { pluginRoutes } from './plugins.ts';
import { type PluginUpgradeRouteOptions, pluginUpgradeRoutes } from './plugin-upgrades.ts';
import { userRoutes } from './users.ts';
import { vaultRoutes } from './vault.ts';
import { deliveryRoutes } from './deliveries.ts';
import { webhookEndpointRoutes } from './webhook-endpoints.ts';

export interface CoreRouteOptions
  extends AuthRouteOptions,
    ConnectionRouteOptions,
    ConnectionCallOptions,
    ConnectionTryOptions,
    EmbedRouteOptions,
    EventRouteOptions,
    EventTypeRouteOptions,
    PluginInstallRouteOptions,
    PluginUpgradeRouteOptions,
    PluginHealthRouteOptions,
    PluginLogRouteOptions,
    OperationRouteOptions,
    OverviewRouteOptions {
  readonly access: Access;
  readonly inbox: InboxService;
  readonly incidents: IncidentService;
  readonly jobs: JobService;
  readonly vault: VaultService;
  readonly webhooks: WebhookService;
}

/** Every route of core, for `createHttpApp`. */
export function coreRoutes(options: CoreRouteOptions): readonly Route[] {
  return [
    ...authRoutes(options),
    ...userRoutes(options),
    ...apiKeyRoutes(options),
    ...auditRoutes({ audit: options.access.audit }),
    ...pluginRoutes(options),
    ...pluginUpgradeRoutes(options),
    ...pluginHealthRoutes(options),
    ...pluginDevelopmentRoutes(options),
    ...pluginLogRoutes(options),
    ...pluginInstallRoutes(options),
    ...overviewRoutes(options),
    ...connectionRoutes(options),
    ...connectionCallRoutes(options),
    ...connectionTryRoutes(options),
    ...embedRoutes(options),
    ...inboxRoutes(options),
    ...eventRoutes(options),
    ...eventTypeRoutes(options),
    ...webhookEndpointRoutes(options),
    ...deliveryRoutes(options),
    ...incidentRoutes(options),
    ...jobRoutes(options),
    ...vaultRoutes(options),
    ...operationRoutes(options),
  ];
}
