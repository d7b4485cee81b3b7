import type { FlowServices, Repository } from '@fairlead/core/flow-api';
import { paymentGateway } from '@fairlead/sdk';
import { chooseGateways, type Gateway, termsOf, type Wanted } from './choose.ts';
import { noRouting, type RoutingSettings, routingId } from './settings.ts';

export interface Gateways {
  /** Those that may be asked for this, best first. */
  choose(wanted: Wanted): Promise<readonly Gateway[]>;
  settings(): Promise<RoutingSettings>;
}

export function createGateways(
  connections: Pick<FlowServices['connections'], 'offering' | 'standing'>,
  repository: Repository<RoutingSettings>,
): Gateways {
  const settings = async () => (await repository.get(routingId))?.state ?? noRouting;
  return {
    settings,
    async choose(wanted) {
      const routing = await settings();
      const offering = await connections.offering(paymentGateway.createCheckout);
      const asked = wanted.connections;
      const gateways = await Promise.all(
        offering
          .filter(({ id, status }) => status === 'active' && (asked === null || asked.includes(id)))
          .map(async (connection): Promise<Gateway> => {
            const standing = await connections.standing(connection.id, paymentGateway.createCheckout);
            return { connection, terms: termsOf(routing, connection.id), standing };
          }),
      );
      return chooseGateways(gateways, routing, wanted);
    },
  };
}
