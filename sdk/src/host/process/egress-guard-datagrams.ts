import dgram from 'node:dgram';
import dns from 'node:dns';
import { isIP } from 'node:net';
import type { EgressRuling } from './egress-guard-ruling.ts';
import { byTarget, where } from './egress-guard-sockets.ts';
import { type Method, type RestoreStack, replaceMethod } from './replace-method.ts';

/** UDP: refuses to send and connect elsewhere, and to be bound to be heard of. */
export function guardDatagrams(ruling: EgressRuling, restore: RestoreStack): void {
  const { lookup } = dns.promises;
  // A socket that sends is bound by Node, to a free port, from within `send` and `connect`.
  let binding = 0;
  const inside = (original: Method, socket: unknown, args: unknown[]) => {
    binding += 1;
    try {
      return original.apply(socket, args);
    } finally {
      binding -= 1;
    }
  };
  const guardBind = (original: Method): Method =>
    function (this: unknown, ...args) {
      if (binding > 0) return original.apply(this, args);
      const error = ruling.always('listen', where(args));
      process.nextTick(() => (this as dgram.Socket).emit('error', error));
      return this;
    };
  const guardTo = (original: Method, placeOf: typeof placeInSend): Method =>
    function (this: unknown, ...args) {
      const place = placeOf(args);
      if (place === undefined) return inside(original, this, args);
      const given = args[place];
      const host = typeof given === 'string' && given !== '' ? given : 'localhost';
      const fail = (error: unknown) => tell(this as dgram.Socket, args.at(-1), error);
      const error = byTarget(ruling, 'udp', host);
      if (error !== undefined) return process.nextTick(fail, error);
      if (isIP(host) !== 0) return inside(original, this, args);
      const family = (this as { readonly type?: string }).type === 'udp6' ? 6 : 4;
      return void lookup(host, { family }).then(({ address }) => {
        if (!ruling.allowsAddress(host, address)) return fail(ruling.always('udp', host));
        const rest = typeof given === 'string' ? args.slice(place + 1) : args.slice(place);
        return inside(original, this, [...args.slice(0, place), address, ...rest]);
      }, fail);
    };
  const { prototype } = dgram.Socket;
  replaceMethod(prototype, 'bind', guardBind, restore);
  replaceMethod(prototype, 'send', (original) => guardTo(original, placeInSend), restore);
  replaceMethod(prototype, 'connect', (original) => guardTo(original, () => 1), restore);
}

/** As Node does it: to the callback, or to whoever listens for errors of the socket. */
function tell(socket: dgram.Socket, callback: unknown, error: unknown): void {
  if (typeof callback === 'function') (callback as (error: unknown) => void)(error);
  else socket.emit('error', error);
}

/** Where the address is among `(message, [offset, length,] port, address, callback)`; a connected socket names no port. */
function placeInSend(args: readonly unknown[]): number | undefined {
  const [, first, second, third, fourth] = args;
  const isLong = Boolean(fourth) || (Boolean(third) && typeof third !== 'function');
  if (isLong) return 4;
  const hasPort = first !== undefined && typeof first !== 'function' && typeof second !== 'number';
  return hasPort ? 2 : undefined;
}
