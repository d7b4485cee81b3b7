import type { FlowConnection, FlowServices, Repository } from '@fairlead/core/flow-api';
import { paymentGateway } from '@fairlead/sdk';
import { type Gateway, type Judgement, judgeGateways, termsOf, type Wanted } from './choose.ts';
import { noRouting, type RoutingSettings, routingId } from './settings.ts';

export interface Gateways {
  /** Those that may be asked for this, best first. */
  choose(wanted: Wanted): Promise<readonly Gateway[]>;
  /** The same, and of all others why not. */
  judge(wanted: Wanted): Promise<Judgement>;
  settings(): Promise<RoutingSettings>;
}

export function createGateways(
  connections: Pick<FlowServices['connections'], 'offering' | 'standing'>,
  repository: Repository<RoutingSettings>,
): Gateways {
  const settings = async () => (await repository.get(routingId))?.state ?? noRouting;
  const judge = async (wanted: Wanted, asks: (connection: FlowConnection) => boolean) => {
    const routing = await settings();
    const offering = await connections.offering(paymentGateway.createCheckout);
    const gateways = await Promise.all(
      offering.filter(asks).map(async (connection): Promise<Gateway> => {
        const standing = await connections.standing(connection.id, paymentGateway.createCheckout);
        return { connection, terms: termsOf(routing, connection.id), standing };
      }),
    );
    return judgeGateways(gateways, routing, wanted);
  };
  return {
    settings,
    judge: (wanted) => judge(wanted, () => true),
    async choose(wanted) {
      const asked = wanted.connections;
      const mayFit = ({ id, status }: FlowConnection) => status === 'active' && (asked === null || asked.includes(id));
      return (await judge(wanted, mayFit)).offered;
    },
  };
}
