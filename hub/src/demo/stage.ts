import { randomBytes } from 'node:crypto';
import { readSettings } from '../config/settings.ts';
import { createHubClient, type HubClient } from '../client/hub-client.ts';
import { type Hub, startHub } from '../hub.ts';
import { type EventStream, followEvents } from './event-stream.ts';
import { releaseFlowsWith } from '../release.ts';
import { type BotApi, startBotApi } from './bot-api.ts';
import { linkSdk, soundAnswer, writeForeignPlugin } from './foreign-plugin.ts';
import { type FeedServer, startFeedServer } from './feed-server.ts';
import { demoClaim } from './demo-claim.ts';
import { type ModelServer, startModelServer } from './model-server.ts';
import { type SandboxProvider, startSandboxProvider } from './sandbox-provider.ts';

/** Where the steps play: a hub on data that is thrown away, and the vendors that it talks to. All on 127.0.0.1. */
export interface Stage {
  readonly hub: Hub;
  readonly dataDir: string;
  readonly databaseFile: string;
  /** The owner's one-time password. */
  readonly password: string;
  /** Signed in as the owner. */
  readonly api: HubClient;
  readonly stream: EventStream;
  readonly feed: FeedServer;
  readonly provider: SandboxProvider;
  readonly bot: BotApi;
  readonly model: ModelServer;
  /** Secrets that were made up for Stripe. */
  readonly stripe: { readonly apiKey: string; readonly webhookSecret: string };
  /** What steps leave for later ones: connections by their plugin. */
  readonly connections: Map<string, DemoConnection>;
  /** Lines that the hub has logged. */
  log(): readonly string[];
  close(): Promise<void>;
}

const demoFlows = releaseFlowsWith({ payments: { pausesMs: [3_000, 10_000], sweepEveryMs: 1_000 } });

export interface DemoConnection {
  readonly id: string;
  readonly name: string;
  readonly webhookUrl: string;
}

export async function openStage(dataDir: string): Promise<Stage> {
  const cleanup = new AsyncDisposableStack();
  try {
    const lines: string[] = [];
    const feed = await startFeedServer(dataDir);
    cleanup.defer(() => feed.close());
    const provider = await startSandboxProvider(dataDir);
    cleanup.defer(() => provider.close());
    const bot = await startBotApi(`100200300:${randomBytes(26).toString('hex').slice(0, 35)}`);
    cleanup.defer(() => bot.close());
    const model = await startModelServer(demoClaim);
    cleanup.defer(() => model.close());
    await linkSdk(dataDir);
    await writeForeignPlugin(dataDir, { version: '1.0.0', fetched: soundAnswer });
    const environment = { FAIRLEAD_DATA_DIR: dataDir, FAIRLEAD_PORT: '0' };
    const read = readSettings(environment, dataDir);
    if (!read.ok) throw new Error(read.faults.join(' '));
    const hub = await startHub({
      settings: read.settings,
      rows: read.rows,
      // The janitor's pauses are minutes and hours; nobody waits for that.
      flows: demoFlows,
      logTo: { write: (line) => lines.push(line) },
    });
    cleanup.defer(() => hub.stop());
    const password = hub.owner.password ?? '';
    const token = await signIn(hub, password);
    const stream = await followEvents(hub.url, token);
    cleanup.defer(() => stream.close());
    const random = () => randomBytes(18).toString('base64url');
    return {
      hub,
      dataDir,
      databaseFile: read.settings.databaseFile,
      password,
      api: createHubClient(hub.url, token),
      stream,
      feed,
      provider,
      bot,
      model,
      stripe: { apiKey: `sk_test_${random()}`, webhookSecret: `whsec_${random()}` },
      connections: new Map(),
      log: () => lines,
      close: () => cleanup.disposeAsync(),
    };
  } catch (error) {
    await cleanup.disposeAsync();
    throw error;
  }
}

async function signIn({ url, owner }: Hub, password: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: owner.email, password }),
  });
  if (!answer.ok) throw new Error(`The owner could not sign in with the one-time password (${answer.status}).`);
  return ((await answer.json()) as { accessToken: string }).accessToken;
}
