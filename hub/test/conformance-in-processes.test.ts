/**
 * The conformance suites of the release's plugins once more, as they stand in the plugins' own folders, with the plugin
 * in a process of its own. The suites are the same; they are only told where the plugin runs.
 */
import type { AiProviderSubject, ChannelSubject, PaymentGatewaySubject, ServeConnection } from '@fairlead/sdk/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type ProcessServing, serveInProcess } from './support/serve-in-process.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const where = vi.hoisted(() => ({ serve: undefined as ServeConnection | undefined }));

vi.mock('@fairlead/sdk/testing', async (load) => {
  const testing = await load<typeof import('@fairlead/sdk/testing')>();
  const serve: ServeConnection = (request) => {
    if (where.serve === undefined) throw new Error('There is no host yet.');
    return where.serve(request);
  };
  return {
    ...testing,
    paymentGatewayConformance: (subject: PaymentGatewaySubject & { readonly name: string }) =>
      testing.paymentGatewayConformance({ ...subject, serve }),
    channelConformance: (subject: ChannelSubject & { readonly name: string }) =>
      testing.channelConformance({ ...subject, serve }),
    aiProviderConformance: (subject: AiProviderSubject & { readonly name: string }) =>
      testing.aiProviderConformance({ ...subject, serve }),
  };
});

const cleanup = new AsyncDisposableStack();
let serving: ProcessServing;
beforeAll(async () => {
  const folder = cleanup.use(await temporaryFolder());
  serving = cleanup.use(serveInProcess(folder.path));
  where.serve = serving.serve;
});
afterAll(() => cleanup.disposeAsync());

const plugins = [
  'ai-openrouter',
  'channel-api',
  'channel-rss',
  'channel-scrape',
  'channel-telegram',
  'gateway-crypto',
  'gateway-paypal',
  'gateway-sandbox',
  'gateway-stripe',
];

describe.each(plugins)('%s in a process of its own', async (plugin) => {
  await import(`../../plugins/${plugin}/test/conformance.test.ts`);
});

it('ran each of them in a process of its own', async () => {
  const running = await serving.running();
  expect([...running.keys()].toSorted()).toEqual(plugins);
  expect(new Set([...running.values(), process.pid]).size).toBe(plugins.length + 1);
});
