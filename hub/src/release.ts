import { findPackageJSON } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Flow } from '@fairlead/core/flow-api';
import { createAiFlow } from '@fairlead/flow-ai';
import { createMessagesFlow } from '@fairlead/flow-messages';
import { createPaymentsFlow, type PaymentsSettings } from '@fairlead/flow-payments';
import { createSignalsFlow } from '@fairlead/flow-signals';

/** What of the flows can be set otherwise than it usually is. */
export interface FlowSettings {
  readonly payments?: Partial<PaymentsSettings>;
}

export function releaseFlowsWith({ payments = {} }: FlowSettings): readonly Flow[] {
  return [createMessagesFlow(), createAiFlow(), createSignalsFlow(), createPaymentsFlow(payments)];
}

/** The flows of this release. */
export const releaseFlows: readonly Flow[] = releaseFlowsWith({});

/** The plugins of this release: found like any other, but only these may run inside the hub. */
const releasePlugins = [
  '@fairlead/ai-openrouter',
  '@fairlead/channel-api',
  '@fairlead/channel-rss',
  '@fairlead/channel-scrape',
  '@fairlead/channel-telegram',
  '@fairlead/gateway-crypto',
  '@fairlead/gateway-paypal',
  '@fairlead/gateway-sandbox',
  '@fairlead/gateway-stripe',
] as const;

/** Their folders. None of their code is loaded. @throws Error for one that is not installed, which a release never lacks */
export function releasePluginFolders(): readonly string[] {
  return releasePlugins.map((name) => {
    const path = findPackageJSON(name, import.meta.url);
    if (path === undefined) throw new Error(`The package ${name} of this release is not installed.`);
    return dirname(path);
  });
}

/** A program that a plugin of this release brings along, such as a vendor's stand-in: to be run, never to be imported. */
export function releaseProgram(plugin: (typeof releasePlugins)[number], name: string): string {
  return fileURLToPath(import.meta.resolve(`${plugin}/${name}`));
}
