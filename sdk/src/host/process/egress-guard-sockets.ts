import dns, { type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction, Server, Socket } from 'node:net';
import type { EgressRuling } from './egress-guard-ruling.ts';
import type { RefusalKind } from './messages.ts';
import { type Method, type RestoreStack, replaceMethod } from './replace-method.ts';

interface Target {
  readonly host?: unknown;
  readonly path?: unknown;
  readonly lookup?: LookupFunction;
}

/** TCP, and all that is made of it: TLS, HTTP, HTTP/2, `fetch`, websockets. Local sockets are refused. */
export function guardSockets(ruling: EgressRuling, restore: RestoreStack): void {
  const { lookup } = dns;
  const guard = (original: Method): Method =>
    function (this: unknown, ...args) {
      const target = targetOf(args);
      const host = typeof target.host === 'string' && target.host !== '' ? target.host : 'localhost';
      const error = refusalOf(ruling, host, target.path);
      if (error !== undefined) return refuse(this as Socket, error);
      const checked: LookupFunction = checkedLookup(ruling, target.lookup ?? (lookup as LookupFunction));
      return original.apply(this, replaceTarget(args, target, { host, lookup: checked }));
    };
  replaceMethod(Socket.prototype, 'connect', guard, restore);
}

/** A plugin answers calls and connects to others; nobody connects to it. */
export function guardServers(ruling: EgressRuling, restore: RestoreStack): void {
  const refuseToListen = (): Method =>
    function (this: unknown, ...args) {
      const error = ruling.always('listen', where(args));
      process.nextTick(() => (this as Server).emit('error', error));
      return this;
    };
  replaceMethod(Server.prototype, 'listen', refuseToListen, restore);
}

function refusalOf(ruling: EgressRuling, host: string, path: unknown): Error | undefined {
  if (typeof path === 'string') return ruling.always('tcp', path);
  return byTarget(ruling, 'tcp', host);
}

/** By its address where that is all there is. */
export function byTarget(ruling: EgressRuling, kind: RefusalKind, host: string): Error | undefined {
  if (isIP(host) === 0) return ruling.byName(kind, host);
  return ruling.allowsAddress(host, host) ? undefined : ruling.always(kind, host);
}

function refuse(socket: Socket, error: Error): Socket {
  // As one that is on its way: whoever waits for it hears of the error.
  Object.assign(socket, { connecting: true });
  process.nextTick(() => socket.destroy(error));
  return socket;
}

/** Of what a name resolves to, the addresses that may be connected to; the same ones are then used. */
function checkedLookup(ruling: EgressRuling, lookup: LookupFunction): LookupFunction {
  return (host, options, callback) =>
    lookup(host, options, (error, found, family) => {
      if (error !== null) return callback(error, found, family);
      const all: readonly LookupAddress[] = Array.isArray(found) ? found : [{ address: found, family: family ?? 4 }];
      const usable = all.filter(({ address }) => ruling.allowsAddress(host, address));
      const [first] = usable;
      if (first === undefined) return callback(ruling.always('tcp', host), '', 0);
      return Array.isArray(found) ? callback(null, usable) : callback(null, first.address, first.family);
    });
}

/** What `connect` was called with; see `net.Socket.connect` for its forms. Node’s own callers pass an array of them. */
function targetOf(args: readonly unknown[]): Target {
  const [first, second] = isNormalized(args[0]) ? args[0] : args;
  if (typeof first === 'object' && first !== null) return first;
  if (typeof first === 'string' && !(Number(first) >= 0)) return { path: first };
  return { host: second };
}

function replaceTarget(args: unknown[], target: Target, known: object): unknown[] {
  // What Node reads of it is what was checked, and the rest as it was, inherited members included.
  const replaced = (options: object): object =>
    Object.create(options, Object.getOwnPropertyDescriptors({ ...known })) as object;
  const [first, ...rest] = args;
  if (isNormalized(first)) {
    first[0] = replaced(first[0] as object);
    return args;
  }
  if (typeof first === 'object' && first !== null) return [replaced(first), ...rest];
  const callback = rest.find((argument) => typeof argument === 'function');
  return [replaced({ port: first, ...target }), ...(callback === undefined ? [] : [callback])];
}

function isNormalized(first: unknown): first is [options: unknown, callback: unknown] {
  return (
    Array.isArray(first) &&
    Object.getOwnPropertySymbols(first).some(({ description }) => description === 'normalizedArgs')
  );
}

/** Where a socket would listen: address, path or port. */
export function where(args: readonly unknown[]): string {
  const [first, second] = isNormalized(args[0]) ? args[0] : args;
  const { host, path, port } = (typeof first === 'object' && first !== null ? first : {}) as Readonly<
    Record<string, unknown>
  >;
  const named = [path, host, second].find((value) => typeof value === 'string');
  if (named !== undefined) return named;
  const number = [port, first].find((value) => typeof value === 'number' || typeof value === 'string');
  return `port ${number ?? 0}`;
}
