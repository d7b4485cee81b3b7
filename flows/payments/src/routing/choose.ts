import type { ConnectionStanding, FlowConnection } from '@fairlead/core/flow-api';
import type { Money } from '@fairlead/sdk';
import { defaultTerms, type GatewayTerms, type RoutingRule, type RoutingSettings } from './settings.ts';

/** A gateway that could be asked, with what is known of it. */
export interface Gateway {
  readonly connection: FlowConnection;
  readonly terms: GatewayTerms;
  /** Undefined for a connection that is not active. */
  readonly standing: ConnectionStanding | undefined;
}

export interface Wanted {
  readonly amount: Money;
  readonly country: string | undefined;
  /** Only these. */
  readonly connections: readonly string[] | null;
  /** Needs a gateway that bills periods. */
  readonly providerBilling: boolean;
  /** Needs a gateway that captures later. */
  readonly manualCapture: boolean;
}

/**
 * The gateways that may be asked, best first: by the first rule that holds, else by priority; those that are not well
 * come after those that are. One whose breaker is open is left out, since it would refuse.
 */
export function chooseGateways(
  gateways: readonly Gateway[],
  { rules }: RoutingSettings,
  wanted: Wanted,
): readonly Gateway[] {
  const rule = rules.find((each) => holds(each, wanted));
  const rank = ({ connection, terms }: Gateway) => rule?.use.indexOf(connection.id) ?? terms.priority;
  return gateways
    .filter((gateway) => fits(gateway, wanted))
    .filter(({ connection }) => rule === undefined || wanted.connections !== null || rule.use.includes(connection.id))
    .toSorted(
      (left, right) =>
        illness(left) - illness(right) ||
        rank(left) - rank(right) ||
        left.connection.id.localeCompare(right.connection.id),
    );
}

function holds(rule: RoutingRule, { amount, country }: Wanted): boolean {
  const { currency, amountMinor } = amount;
  if (rule.currencies?.includes(currency) === false) return false;
  if (rule.countries !== undefined && (country === undefined || !rule.countries.includes(country))) return false;
  const [from, below] = [rule.from?.[currency], rule.below?.[currency]];
  if (rule.from !== undefined && (from === undefined || amountMinor < BigInt(from))) return false;
  return rule.below === undefined || (below !== undefined && amountMinor < BigInt(below));
}

function fits({ connection, terms, standing }: Gateway, wanted: Wanted): boolean {
  const { amount, country } = wanted;
  const operations = connection.operations['payment-gateway'] ?? [];
  if (standing?.open !== true || !terms.enabled) return false;
  if (wanted.connections !== null && !wanted.connections.includes(connection.id)) return false;
  if (wanted.providerBilling && !operations.includes('cancelSubscription')) return false;
  if (wanted.manualCapture && !operations.includes('capture')) return false;
  if (terms.currencies?.includes(amount.currency) === false) return false;
  if (terms.countries !== undefined && (country === undefined || !terms.countries.includes(country))) return false;
  return withinBounds(terms, amount);
}

function withinBounds({ minimum, maximum }: GatewayTerms, { amountMinor, currency }: Money): boolean {
  const [least, most] = [minimum?.[currency], maximum?.[currency]];
  return (least === undefined || amountMinor >= BigInt(least)) && (most === undefined || amountMinor <= BigInt(most));
}

function illness({ standing }: Gateway): number {
  switch (standing?.health) {
    case 'healthy':
    case 'unknown':
      return 0;
    case 'degraded':
      return 1;
    default:
      return 2;
  }
}

export function termsOf({ gateways }: RoutingSettings, connectionId: string): GatewayTerms {
  return gateways[connectionId] ?? defaultTerms;
}
