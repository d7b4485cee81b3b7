import { webhookMaxBytes } from '@fairlead/sdk';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { HttpExtension } from './app.ts';
import { senderAddress } from './sender-address.ts';
import type { WebhookReceiver } from './services.ts';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const nothing: Readonly<Record<string, string>> = Object.freeze({});
const noBytes = new Uint8Array(0);

/**
 * `ANY /hooks/{connectionId}`: the raw bytes of any type go to the inbox; the plugin verifies who sent them. No sign-in,
 * no audit row, no limit by address (a vendor sends from few): nothing is done here that the vendor waits for.
 */
export function hooksExtension(inbox: WebhookReceiver): HttpExtension {
  async function receive(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const { url } = request;
    const mark = url.indexOf('?');
    const { connectionId } = request.params as { readonly connectionId: string };
    const answer = await inbox.receive(connectionId, {
      method: request.method,
      path: mark < 0 ? url : url.slice(0, mark),
      rawBody: (request.body as Buffer | undefined | null) ?? noBytes,
      headers: flat(request.headers),
      query: mark < 0 ? nothing : Object.fromEntries(new URLSearchParams(url.slice(mark + 1))),
      remoteAddress: senderAddress(request.ip),
    });
    void reply.code(answer.status).headers(answer.headers);
    return reply.send(answer.body === '' ? undefined : answer.body);
  }

  return {
    place: 'open',
    serves: [{ methods, path: '/hooks/{connectionId}' }],
    register(app: FastifyInstance) {
      // A logger of its own for every request costs more than the signature check.
      app.setChildLoggerFactory((logger) => logger);
      app.removeAllContentTypeParsers();
      app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
      app.route({
        method: [...methods],
        url: '/hooks/:connectionId',
        bodyLimit: webhookMaxBytes,
        exposeHeadRoute: false,
        schema: { hide: true },
        handler: receive,
      });
    },
  };
}

/** Node joins repeated headers by ", " itself, all but `set-cookie`. */
function flat(headers: FastifyRequest['headers']): Readonly<Record<string, string>> {
  const result: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) result[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return result;
}
