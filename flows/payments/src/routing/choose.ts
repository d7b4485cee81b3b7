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
 * Why a gateway is not offered: the connection is paused or disabled; an admin does not offer it; its breaker is open, so
 * that it would refuse; it is not among those asked for; it cannot bill periods, or capture later; the currency, the
 * country or the amount is not one that the admin lets it take; a routing rule names others.
 */
export const refusals = [
  'inactive',
  'disabled',
  'breaker_open',
  'not_asked_for',
  'subscription',
  'capture',
  'currency',
  'country',
  'bounds',
  'rule',
] as const;
export type Refusal = (typeof refusals)[number];

export interface Judgement {
  /** Those that may be asked, best first. */
  readonly offered: readonly Gateway[];
  /** The others, by connection, each with the first reason that was found. */
  readonly refused: readonly { readonly gateway: Gateway; readonly reason: Refusal }[];
}

/**
 * Which gateways may be asked, best first: by the first rule that holds, else by priority; those that are not well come
 * after those that are.
 */
export function judgeGateways(gateways: readonly Gateway[], { rules }: RoutingSettings, wanted: Wanted): Judgement {
  const rule = rules.find((each) => holds(each, wanted));
  const judged = gateways.map((gateway) => ({ gateway, reason: refusalOf(gateway, rule, wanted) }));
  const rank = ({ connection, terms }: Gateway) => placeIn(rule, connection.id) ?? terms.priority;
  return {
    offered: judged
      .flatMap(({ gateway, reason }) => (reason === undefined ? [gateway] : []))
      .toSorted((left, right) => illness(left) - illness(right) || rank(left) - rank(right) || byId(left, right)),
    refused: judged
      .flatMap(({ gateway, reason }) => (reason === undefined ? [] : [{ gateway, reason }]))
      .toSorted((left, right) => byId(left.gateway, right.gateway)),
  };
}

/** Those that were asked for although the rule does not name them come after those that it names. */
function placeIn(rule: RoutingRule | undefined, connectionId: string): number | undefined {
  if (rule === undefined) return undefined;
  const place = rule.use.indexOf(connectionId);
  return place < 0 ? rule.use.length : place;
}

function byId(left: Gateway, right: Gateway): number {
  return left.connection.id.localeCompare(right.connection.id);
}

function holds(rule: RoutingRule, { amount, country }: Wanted): boolean {
  const { currency, amountMinor } = amount;
  if (rule.currencies?.includes(currency) === false) return false;
  if (rule.countries !== undefined && (country === undefined || !rule.countries.includes(country))) return false;
  const [from, below] = [rule.from?.[currency], rule.below?.[currency]];
  if (rule.from !== undefined && (from === undefined || amountMinor < BigInt(from))) return false;
  return rule.below === undefined || (below !== undefined && amountMinor < BigInt(below));
}

function refusalOf(gateway: Gateway, rule: RoutingRule | undefined, wanted: Wanted): Refusal | undefined {
  const { connection, terms, standing } = gateway;
  const { amount, country, connections } = wanted;
  const operations = connection.operations['payment-gateway'] ?? [];
  if (connection.status !== 'active' || standing === undefined) return 'inactive';
  if (!terms.enabled) return 'disabled';
  if (!standing.open) return 'breaker_open';
  if (connections !== null && !connections.includes(connection.id)) return 'not_asked_for';
  if (wanted.providerBilling && !operations.includes('cancelSubscription')) return 'subscription';
  if (wanted.manualCapture && !operations.includes('capture')) return 'capture';
  if (terms.currencies?.includes(amount.currency) === false) return 'currency';
  if (terms.countries !== undefined && (country === undefined || !terms.countries.includes(country))) return 'country';
  if (!withinBounds(terms, amount)) return 'bounds';
  // Who is asked for by name is asked, whatever the rules say.
  return rule === undefined || connections !== null || rule.use.includes(connection.id) ? undefined : 'rule';
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
