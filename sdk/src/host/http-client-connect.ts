import { type LookupAddress, promises as dns } from 'node:dns';
import { isIP, type LookupFunction, connect as netConnect, type Socket } from 'node:net';
import { connect as tlsConnect } from 'node:tls';
import { callbackify } from 'node:util';
import type { buildConnector } from 'undici';
import type { Clock } from '../values/clock.ts';
import { addressForbidden } from './address-forbidden.ts';
import { type EgressPolicy, normalHost } from './egress-policy.ts';

/** All addresses of a name. Rejects when there are none. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

export const systemResolve: Resolve = (host) => dns.lookup(host, { all: true });

export interface ConnectOptions {
  readonly policy: EgressPolicy;
  readonly resolve: Resolve;
  readonly clock: Clock;
  readonly connectTimeoutMs: number;
}

/**
 * Opens sockets for undici. The addresses that a name resolves to are checked and then used by the same connect, so a
 * name that changes its mind between check and use gains nothing; the address of the open socket is checked once more.
 */
export function createConnector(options: ConnectOptions): buildConnector.connector {
  const { policy, clock, connectTimeoutMs } = options;
  const lookup = checkedLookup(options);
  return ({ hostname, port, protocol }, callback) => {
    const host = normalHost(hostname);
    if (isIP(host) !== 0 && !policy.allowsAddress(host, host)) return callback(addressForbidden(host), null);
    const secure = protocol === 'https:';
    const socket = openSocket({ host, port, secure, lookup });
    const finish = (error: Error | undefined) => {
      timer.cancel();
      socket.off('error', finish);
      if (error === undefined) return callback(null, socket);
      // A second error of a socket that is given up has nobody left to hear it.
      socket.on('error', () => undefined);
      socket.destroy();
      return callback(error, null);
    };
    const timer = clock.schedule(connectTimeoutMs, () => finish(new Error('the connection was not made in time')));
    socket.setNoDelay(true);
    socket.once('error', finish);
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      const address = socket.remoteAddress;
      finish(address !== undefined && policy.allowsAddress(host, address) ? undefined : addressForbidden(host));
    });
  };
}

interface SocketTarget {
  readonly host: string;
  readonly port: string;
  readonly secure: boolean;
  readonly lookup: LookupFunction;
}

function openSocket({ host, port, secure, lookup }: SocketTarget): Socket {
  const target = { host, port: Number(port || (secure ? 443 : 80)), lookup };
  if (!secure) return netConnect(target);
  return tlsConnect({ ...target, ALPNProtocols: ['http/1.1'], ...(isIP(host) === 0 ? { servername: host } : {}) });
}

function checkedLookup({ policy, resolve }: ConnectOptions): LookupFunction {
  const usable = callbackify(async (host: string) => {
    const found = (await resolve(host)).filter(({ address }) => policy.allowsAddress(host, address));
    if (found.length === 0) throw addressForbidden(host);
    return found;
  });
  return (host, { all }, callback) =>
    usable(host, (error, found) => {
      const [first] = found ?? [];
      if (first === undefined) return callback(error, '', 0);
      return all === true ? callback(null, found) : callback(null, first.address, first.family);
    });
}
