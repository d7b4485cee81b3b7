import type { FlowServices, Repository } from '@fairlead/core/flow-api';
import { paymentGateway } from '@fairlead/sdk';
import { type Gateway, type Judgement, judgeGateways, termsOf, type Wanted } from './choose.ts';
import { noRouting, type RoutingSettings, routingId } from './settings.ts';

type Known = Omit<Gateway, 'terms'>;

export interface Gateways {
  /** Those that may be asked for this, best first. */
  choose(wanted: Wanted): Promise<readonly Gateway[]>;
  /** The same, and of all others why not. */
  judge(wanted: Wanted): Promise<Judgement>;
  settings(): Promise<RoutingSettings>;
}

/** So long what was read of connections and their standing is believed; the guard has the last word anyway. */
const believedMs = 250;

export function createGateways(
  { connections, clock }: Pick<FlowServices, 'connections' | 'clock'>,
  repository: Repository<RoutingSettings>,
): Gateways {
  const settings = async () => (await repository.get(routingId))?.state ?? noRouting;
  const read = async (): Promise<readonly Known[]> =>
    Promise.all(
      (await connections.offering(paymentGateway.createCheckout)).map(async (connection) => ({
        connection,
        standing: await connections.standing(connection.id, paymentGateway.createCheckout),
      })),
    );
  let lately: { readonly at: number; readonly known: Promise<readonly Known[]> } | undefined;
  connections.onChange(() => (lately = undefined));
  const readLately = (): Promise<readonly Known[]> => {
    const now = clock.monotonic();
    if (lately === undefined || now - lately.at >= believedMs) {
      const reading = { at: now, known: read() };
      lately = reading;
      reading.known.catch(() => {
        if (lately === reading) lately = undefined;
      });
    }
    return lately.known;
  };
  const judge = async (known: readonly Known[], wanted: Wanted) => {
    const routing = await settings();
    const gateways = known.map((each): Gateway => ({ ...each, terms: termsOf(routing, each.connection.id) }));
    return judgeGateways(gateways, routing, wanted);
  };
  return {
    settings,
    judge: async (wanted) => judge(await read(), wanted),
    choose: async (wanted) => (await judge(await readLately(), wanted)).offered,
  };
}
