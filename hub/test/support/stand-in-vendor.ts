import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface VendorAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** An HTTP server that plays a vendor; what it answers may change while it runs. */
export interface StandInVendor extends AsyncDisposable {
  readonly url: string;
  answer: (request: IncomingMessage) => VendorAnswer;
  readonly asked: readonly string[];
}

/** What Stripe says to a key that it accepts. https://docs.stripe.com/api/accounts/retrieve */
export const acceptedByStripe: VendorAnswer = {
  status: 200,
  body: { id: 'acct_1Fairlead', object: 'account', charges_enabled: true },
};

/** What Stripe says of a key it does not know; real ones show part of the key, this one all of it. */
export function refusedByStripe(key: string): VendorAnswer {
  return {
    status: 401,
    body: { error: { type: 'invalid_request_error', message: `Invalid API Key provided: ${key}` } },
  };
}

export async function standInVendor(first: VendorAnswer): Promise<StandInVendor> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    request.resume().once('end', () => {
      const { status, body } = vendor.answer(request);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const vendor: StandInVendor = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: () => first,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return vendor;
}
