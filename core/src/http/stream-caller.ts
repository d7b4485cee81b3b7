import type { FastifyRequest } from 'fastify';
import type { Access, Caller } from '../access/index.ts';
import { isHubError } from '../errors/index.ts';
import { bearerOf } from './headers.ts';

/**
 * Who opens a websocket: by the header where a client can set one, else by the token it sends first. The upgrade is answered
 * with the problem; a socket that is open has no answer but its end.
 */
export function streamCaller(access: Access) {
  return async (request: FastifyRequest, sent: string | undefined): Promise<Caller | undefined> => {
    const { headers } = request;
    const token = sent ?? bearerOf(headers);
    if (token === undefined) return undefined;
    const caller = access.authenticate({
      token,
      socketAddress: request.socket.remoteAddress,
      forwarded: headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined,
      address: request.ip,
      requestId: request.id,
    });
    return sent === undefined ? caller : caller.catch(nobodyIfRefused);
  };
}

function nobodyIfRefused(error: unknown): undefined {
  if (!isHubError(error, 'unauthenticated', 'session_ended', 'address_not_allowed')) throw error;
}
