import { defaultTerms, type GatewayTerms } from '../src/routing/settings.ts';
import type { RouteAnswer } from '@fairlead/core/flow-api/testing';
import type { FlowHarness, PaymentView } from './flow-harness.ts';

/** A payer with a browser, at the page of a payment. */
export interface CheckoutVisitor {
  readonly token: string;
  open(query?: object): Promise<RouteAnswer>;
  /** Chooses a way of paying by its place in the list. */
  choose(place?: number): Promise<RouteAnswer>;
  /** Sends a form with any value. */
  send(method: string | undefined): Promise<RouteAnswer>;
  comeBack(from: 'return' | 'cancel', query?: object): Promise<RouteAnswer>;
}

export function visitorOf(harness: FlowHarness, { checkoutUrl }: Pick<PaymentView, 'checkoutUrl'>): CheckoutVisitor {
  const token = checkoutUrl.slice(checkoutUrl.lastIndexOf('/') + 1);
  const params = { token };
  const send = (method: string | undefined) =>
    harness.answer('POST', '/pay/{token}', { params, body: method === undefined ? {} : { method } });
  const open = (query: object = {}) => harness.answer('GET', '/pay/{token}', { params, query });
  return {
    token,
    open,
    send,
    choose: async (place = 0) => send(keysIn(await open())[place]),
    comeBack: (from, query = {}) => harness.answer('GET', `/pay/{token}/${from}`, { params, query }),
  };
}

/** What the choices of a page would send, in their order. */
export function keysIn({ body }: RouteAnswer): readonly string[] {
  return [...String(body).matchAll(/name="method" value="([^"]+)"/g)].map(([, key = '']) => key);
}

export function headingOf({ body }: RouteAnswer): string | undefined {
  return /<h1>([^<]*)<\/h1>/.exec(String(body))?.[1];
}

export function alertOf({ body }: RouteAnswer): string | undefined {
  return /<p role="alert">([^<]*)<\/p>/.exec(String(body))?.[1];
}

/** The page without its tags, each text between two of them on a line. */
export function textOf({ body }: RouteAnswer): string {
  return String(body)
    .replace(/^[\s\S]*<body>/, '')
    .replaceAll(/<[^>]*>/g, '\n')
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim();
}

/** `seconds; url=…` of a page that loads itself again. */
export function refreshOf({ body }: RouteAnswer): string | undefined {
  return /<meta http-equiv="refresh" content="([^"]+)">/.exec(String(body))?.[1];
}

export async function setTerms(harness: FlowHarness, terms: Readonly<Record<string, Partial<GatewayTerms>>>) {
  const gateways = Object.entries(terms).map(([id, part]) => [id, { ...defaultTerms, ...part }]);
  await harness.call('PUT', '/api/payments/routing', { body: { gateways: Object.fromEntries(gateways), rules: [] } });
}
