import { randomBytes } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ApiResult, createApi } from './api.ts';
import { createCheckoutPages } from './checkout-pages.ts';
import { createClock } from './clock.ts';
import { createControl } from './control.ts';
import { type Durability, openDatabase } from './database.ts';
import { createFaults } from './faults.ts';
import { failureAnswer, type ProviderRequest, readRequest, sendAnswer } from './http.ts';
import { ApiFailure, type ProviderEvent } from './model.ts';
import { createPayments } from './payments.ts';
import { createWebhooks } from './webhooks.ts';

export interface ProviderOptions {
  /** 0 for a free one. */
  readonly port: number;
  /** File of the books, made when it is not there. */
  readonly dataFile: string;
  /** Default: made on the first start and kept in the data file. */
  readonly apiKey?: string;
  /** The current one first. Default as for `apiKey`. */
  readonly webhookSecrets?: readonly string[];
  /** Milliseconds that a delayed payment takes. Default 3,000. */
  readonly delayMs?: number;
  /** `fast`: an answer may leave before it is on the disk. For benches alone. Default `full`. */
  readonly durability?: Durability;
}

export interface Provider {
  readonly url: string;
  readonly apiKey: string;
  readonly webhookSecrets: readonly string[];
  close(): Promise<void>;
}

interface Credentials {
  readonly apiKey: string;
  readonly webhookSecrets: readonly string[];
  /** The API key is refused. */
  readonly revoked?: boolean;
}

/** Starts the fake provider on 127.0.0.1. */
export async function startProvider(options: ProviderOptions): Promise<Provider> {
  const database = openDatabase(options.dataFile, options.durability);
  const clock = createClock();
  const faults = createFaults();
  let credentials: Credentials = {
    ...(database.get<Credentials>('config', 'credentials') ?? newCredentials()),
    ...(options.apiKey === undefined ? {} : { apiKey: options.apiKey }),
    ...(options.webhookSecrets === undefined ? {} : { webhookSecrets: options.webhookSecrets }),
  };
  const keep = (next: Credentials) => {
    credentials = next;
    database.put('config', 'credentials', next);
  };
  keep(credentials);
  let baseUrl = '';
  const webhooks = createWebhooks({ database, clock, secrets: () => credentials.webhookSecrets });
  const publish = (event: ProviderEvent, own: string | undefined) => {
    const registered = database.list<{ url: string }>('endpoint').map(({ url }) => url);
    webhooks.publish(event, own === undefined ? registered : [...new Set([own, ...registered])]);
  };
  const payments = createPayments({ database, clock, publish, baseUrl: () => baseUrl });
  const apiKey = () => (credentials.revoked === true ? undefined : credentials.apiKey);
  const api = createApi({ database, payments, webhooks, faults, apiKey });
  const pages = createCheckoutPages({ database, clock, payments, webhooks, delayMs: options.delayMs ?? 3_000 });
  const setSecrets = (webhookSecrets: readonly string[]) => keep({ ...credentials, webhookSecrets });
  const setRevoked = (revoked: boolean) => keep({ ...credentials, revoked });
  const control = createControl({ database, clock, payments, webhooks, faults, setSecrets, setRevoked });

  const handle = async (request: ProviderRequest, response: ServerResponse): Promise<void> => {
    if (request.path.startsWith('/v1/')) return sendResult(response, api(request));
    if (request.path.startsWith('/pay/')) return sendAnswer(response, pages.answer(request));
    return sendAnswer(response, await control(request));
  };
  const sendResult = (response: ServerResponse, { answer, fault }: ApiResult): void => {
    switch (fault?.fault) {
      case 'hang':
      case 'timeout_after_success':
        return;
      case 'reset_after_success':
        response.socket?.resetAndDestroy();
        return;
      case 'delay':
        return clock.after(fault.delay_ms ?? 1_000, () => sendAnswer(response, answer));
      default:
        return sendAnswer(response, answer);
    }
  };

  const server = createServer((message, response) => {
    readRequest(message)
      .then((request) => handle(request, response))
      .catch((error: unknown) => {
        if (message.destroyed && !message.complete) return;
        const known = error instanceof ApiFailure ? error : new ApiFailure(500, 'bug', String(error));
        sendAnswer(response, failureAnswer(known));
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  webhooks.resume();
  pages.resume();
  return {
    url: baseUrl,
    apiKey: credentials.apiKey,
    webhookSecrets: credentials.webhookSecrets,
    async close() {
      webhooks.dispose();
      clock.dispose();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      database.close();
    },
  };
}

function newCredentials(): Credentials {
  const random = () => randomBytes(18).toString('base64url');
  return { apiKey: `sk_sandbox_${random()}`, webhookSecrets: [`whsec_sandbox_${random()}`] };
}
