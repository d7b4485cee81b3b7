import { readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { join } from 'node:path';
import { createSecretHandles, createStorage, newEvent, type RunningPlugin } from '@fairlead/core';
import { type FlowBody, type FlowServices, isReply } from '@fairlead/core/flow-api';
import plugin from '@fairlead/ai-openrouter';
import { createAiFlow } from '@fairlead/flow-ai';
import { completeQuestion } from '@fairlead/flow-ai/contract';
import { type Manifest, type PluginContext, Secret, systemClock as clock } from '@fairlead/sdk';
import { createHttpClient, servePlugin } from '@fairlead/sdk/host';
import { guardOver, silent } from '../support/guard-over.ts';
import type { AskedFor } from './bare-asker.ts';

const connection = 'bench';

/** The flow as the hub has it, with a database of its own; connections, jobs and incidents are stood in for. */
export async function flowAsker(apiBase: string, folder: string): Promise<AskedFor> {
  const flow = createAiFlow();
  const storage = await createStorage({ path: join(folder, 'hub.db'), collections: flow.collections, clock });
  await storage.migrate();
  const running = await runningPlugin(apiBase);
  const offered = { 'ai-provider': ['complete', 'stream'] };
  const known = {
    id: connection,
    name: connection,
    plugin: running.plugin.id,
    status: 'active',
    operations: offered,
    support: {},
  } as const;
  const services: FlowServices = {
    guard: guardOver(running.plugin, running.handles, 256) as FlowServices['guard'],
    ask: () => Promise.reject(new Error('not used')),
    connections: {
      get: async () => known,
      offering: async () => [known],
      standing: async () => ({ health: 'healthy', open: true }),
      onChange: () => () => undefined,
    },
    jobs: { enqueue: async () => '', repeat: async () => undefined, cancel: async () => undefined },
    incidents: { raise: async () => undefined, resolve: async () => undefined },
    clock,
    log: silent,
    publicUrl: () => 'http://127.0.0.1',
    signal: new AbortController().signal,
    repository: (collection) => storage.repository(collection),
    event: (type, subject, data) => newEvent(clock, { type, subject, data }),
  };
  const body = flow.make(services);
  await body.start?.();
  const budget = { budgetUsdPerDay: '1000000', timeoutMs: 30_000 };
  await route(body, 'POST', '/api/ai/configurations', { name: 'Bench', connection, model: 'bench/model', ...budget });
  const answer = body.answers?.find(({ question }) => question.name === completeQuestion.name)?.answer;
  if (answer === undefined) throw new Error('The flow does not answer completions.');
  const question = { purpose: 'complete', turns: [{ role: 'user', content: 'Say something about foxes.' }] };
  return {
    ask: () => answer(question as never, { signal: new AbortController().signal, timeoutMs: 30_000 }),
    async recorded() {
      const usage = (await route(body, 'GET', '/api/ai/usage')) as { readonly total: { readonly answered: number } };
      return usage.total.answered;
    },
    async dispose() {
      await body.dispose?.();
      await storage.dispose();
      await running.dispose();
    },
  };
}

async function runningPlugin(apiBase: string) {
  const file = findPackageJSON('@fairlead/ai-openrouter', import.meta.url);
  if (file === undefined) throw new Error('The plugin ai-openrouter is not installed.');
  const { fairlead } = JSON.parse(await readFile(file, 'utf8')) as { readonly fairlead: Manifest };
  const handles = createSecretHandles();
  const settings = {
    apiKey: new Secret('sk-bench'),
    apiBase,
    flavour: 'openrouter',
    structured: 'json_schema',
    maxTokensField: 'max_tokens',
  };
  const http = createHttpClient({ clock, egress: fairlead.egress, settings, allowedPrivateHosts: ['127.0.0.1'] });
  const serve: RunningPlugin['serve'] = async ({ connection: described, services }) => {
    const context = { ...services, connection: described, settings, http } as unknown as PluginContext;
    return servePlugin({ plugin, manifest: fairlead, context, handles });
  };
  return {
    handles,
    plugin: { id: plugin.id, version: '1.0.0', manifest: fairlead, serve },
    dispose: () => http.dispose(),
  };
}

async function route(body: FlowBody, method: string, path: string, sent: object = {}): Promise<unknown> {
  const found = body.routes?.find((one) => one.method === method && one.path === path);
  const value = await found?.handler({ params: {}, query: {}, body: sent } as never);
  return isReply(value) ? value.body : value;
}
