import { auditEvents } from './audit-events.ts';
import { connectionEvents } from './connection-events.ts';
import { incidentEvents } from './incident-events.ts';
import { pluginEvents } from './plugin-events.ts';
import { userEvents } from './user-events.ts';
import { webhookEvents } from './webhook-events.ts';

/** Everything that core publishes. What flows publish, they declare. */
export const coreEvents = {
  ...auditEvents,
  ...connectionEvents,
  ...incidentEvents,
  ...pluginEvents,
  ...userEvents,
  ...webhookEvents,
} as const;
