import {
  defineRoute,
  type FlowConnections,
  HubError,
  isStorageError,
  type Repository,
  type Route,
  versioned,
} from '@fairlead/core/flow-api';
import { paymentGateway } from '@fairlead/sdk';
import { faultsOf } from '../routing/check-settings.ts';
import { noRouting, type RoutingSettings, routingId, routingSettings } from '../routing/settings.ts';

export interface RoutingRouteTools {
  readonly connections: Pick<FlowConnections, 'offering'>;
  readonly routing: Repository<RoutingSettings>;
}

/** Rates, labels, priorities and rules, as an admin sets them. Version 0 is that of a hub where nobody did. */
export function routingRoutes({ connections, routing }: RoutingRouteTools): readonly Route[] {
  const path = '/api/payments/routing';
  return [
    defineRoute({
      method: 'GET',
      path,
      permission: 'payments.read',
      summary: 'How gateways are offered: rates, labels, priorities, limits and routing rules.',
      responses: { 200: routingSettings },
      async handler() {
        const stored = await routing.get(routingId);
        return versioned(stored?.state ?? noRouting, stored?.version ?? 0);
      },
    }),
    defineRoute({
      method: 'PUT',
      path,
      permission: 'payments.configure',
      summary:
        'Replaces all of it; If-Match takes the ETag that was seen. Payments that have begun keep what they were told.',
      body: routingSettings,
      responses: { 200: routingSettings },
      audit: {
        action: 'payment.configure',
        target: () => routingId,
        details: ({ body }) => ({ gateways: Object.keys(body.gateways).length, rules: body.rules.length }),
      },
      async handler({ body, ifMatch }) {
        const offering = await connections.offering(paymentGateway.createCheckout);
        const errors = faultsOf(body, new Set(offering.map(({ id }) => id)));
        if (errors.length > 0) throw new HubError('invalid_request', { errors: errors.slice(0, 20) });
        const version = ifMatch ?? (await routing.get(routingId))?.version ?? 0;
        const stored = await commit(routing, body, version);
        return versioned(stored.state, stored.version);
      },
    }),
  ];
}

/** @throws HubError `version_conflict` when somebody was faster */
async function commit(routing: Repository<RoutingSettings>, state: RoutingSettings, version: number) {
  try {
    return await routing.commit({ id: routingId, state }, version);
  } catch (cause) {
    if (!isStorageError(cause, 'version_conflict', 'duplicate_key')) throw cause;
    throw new HubError('version_conflict', {
      detail: 'Somebody else changed the routing meanwhile; read it anew.',
      cause,
    });
  }
}
