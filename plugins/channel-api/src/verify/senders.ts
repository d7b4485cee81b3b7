import { BlockList, isIP } from 'node:net';
import type { WebhookRequest } from '@fairlead/sdk';
import { type Invalid, invalid } from './verdict.ts';

/** From where requests are taken. */
export interface Senders {
  /** Undefined when the request may go on. */
  refusal(request: Pick<WebhookRequest, 'remoteAddress'>): Invalid | undefined;
  /** What was given that is neither an address nor a range. It lets nobody in. */
  readonly faults: readonly string[];
}

/** @param allowed addresses, and ranges such as 192.0.2.0/24; none at all: from anywhere */
export function createSenders(allowed: readonly string[] = []): Senders {
  const list = new BlockList();
  const faults = allowed.filter((entry) => !add(list, entry));
  const allows = (address: string) => isIP(address) !== 0 && list.check(address, familyOf(address));
  return {
    faults,
    refusal({ remoteAddress }) {
      if (allowed.length === 0 || (remoteAddress !== undefined && allows(remoteAddress))) return undefined;
      const where = remoteAddress ?? 'an address that the hub does not know';
      return invalid('foreign', `It came from ${where}, which is not among the allowed addresses.`);
    },
  };
}

function add(list: BlockList, entry: string): boolean {
  const [, network = '', length] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(entry) ?? [];
  const longest = familyOf(network) === 'ipv6' ? 128 : 32;
  const prefix = length === undefined ? longest : Number(length);
  if (isIP(network) === 0 || prefix > longest) return false;
  list.addSubnet(network, prefix, familyOf(network));
  return true;
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
