import type { RequestFault } from '@fairlead/core/flow-api';
import { currencyDecimals } from '@fairlead/sdk';
import type { GatewayTerms, RoutingRule, RoutingSettings } from './settings.ts';

type Amounts = GatewayTerms['minimum'];

export const notACurrency = 'must be a currency of ISO 4217';

/**
 * What the schema of the settings cannot say: connections that there are, currencies that there are, bounds between
 * which there is something.
 * @param known ids of the connections that take payments
 * @returns every fault, with its path in the settings
 */
export function faultsOf({ gateways, rules }: RoutingSettings, known: ReadonlySet<string>): readonly RequestFault[] {
  return [
    ...Object.entries(gateways).flatMap(([id, terms]) => faultsOfTerms(id, terms, known)),
    ...rules.flatMap((rule, index) => faultsOfRule(`/rules/${index}`, rule, known)),
  ];
}

function faultsOfTerms(id: string, terms: GatewayTerms, known: ReadonlySet<string>): readonly RequestFault[] {
  const path = `/gateways/${id.slice(0, 64).replaceAll('~', '~0').replaceAll('/', '~1')}`;
  return [
    ...(known.has(id) ? [] : [unknownAt(path)]),
    ...listed(`${path}/currencies`, terms.currencies),
    ...amounts(`${path}/minimum`, terms.minimum),
    ...amounts(`${path}/maximum`, terms.maximum),
    ...amounts(`${path}/fixed`, terms.fixed),
    ...bounds(`${path}/maximum`, terms.minimum, terms.maximum, {
      wrong: (least, most) => most < least,
      message: 'must not be less than the minimum',
    }),
  ];
}

function faultsOfRule(path: string, rule: RoutingRule, known: ReadonlySet<string>): readonly RequestFault[] {
  return [
    ...rule.use.flatMap((id, index) => (known.has(id) ? [] : [unknownAt(`${path}/use/${index}`)])),
    ...listed(`${path}/currencies`, rule.currencies),
    ...amounts(`${path}/from`, rule.from),
    ...amounts(`${path}/below`, rule.below),
    ...bounds(`${path}/below`, rule.from, rule.below, {
      wrong: (least, below) => below <= least,
      message: 'must be more than “from”, or the rule never holds',
    }),
  ];
}

function unknownAt(path: string): RequestFault {
  return { path, message: 'is not a connection that takes payments' };
}

function listed(path: string, currencies: readonly string[] = []): readonly RequestFault[] {
  return currencies.flatMap((currency, index) =>
    currencyDecimals(currency) === undefined ? [{ path: `${path}/${index}`, message: notACurrency }] : [],
  );
}

function amounts(path: string, byCurrency: Amounts = {}): readonly RequestFault[] {
  return Object.keys(byCurrency).flatMap((currency) =>
    currencyDecimals(currency) === undefined ? [{ path: `${path}/${currency}`, message: notACurrency }] : [],
  );
}

interface BoundsRule {
  readonly wrong: (lower: bigint, upper: bigint) => boolean;
  readonly message: string;
}

function bounds(path: string, lower: Amounts = {}, upper: Amounts = {}, { wrong, message }: BoundsRule) {
  return Object.entries(upper).flatMap(([currency, most]) => {
    const least = lower[currency];
    return least !== undefined && wrong(BigInt(least), BigInt(most)) ? [{ path: `${path}/${currency}`, message }] : [];
  });
}
