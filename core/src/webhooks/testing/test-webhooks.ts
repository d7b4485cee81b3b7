import { createHmac } from 'node:crypto';
import { type Logger, newId, type Secret, timestamp } from '@fairlead/sdk';
import { eventCheck, EventLog } from '../../events/index.ts';
import { createIncidents, incidentsCollection } from '../../incidents/index.ts';
import { StoredJobQueue } from '../../jobs/index.ts';
import { createStorage } from '../../storage/index.ts';
import { FakeClock, settle } from '../../storage/testing/fake-clock.ts';
import { createMasterKey, createVault, KeyRing } from '../../vault/index.ts';
import { createWebhooks, type MakeSender, webhookDeliveries, webhookEndpoints, webhookRedeliveries } from '../index.ts';

export interface SentRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type TestAnswer = { readonly status: number; readonly retryAfter?: string } | Error | 'hang';

const log: Logger = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const report = (problem: { readonly error: unknown }) => {
  throw problem.error;
};

/** Webhooks over a storage on disk, with a receiver in memory. `restart` is what a crash leaves, and a new start. */
export async function openTestWebhooks(path: string) {
  const clock = new FakeClock();
  const keyRing = new KeyRing([createMasterKey('k1')]);
  const requests: SentRequest[] = [];
  const receiver = { answer: (_request: SentRequest): TestAnswer => ({ status: 200 }) };
  const makeSender: MakeSender = () => ({
    async send({ url, headers, body, signal }) {
      const request = { url, headers, body };
      requests.push(request);
      const answer = receiver.answer(request);
      if (answer === 'hang')
        return new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(new Error('given up')), { once: true }),
        );
      if (answer instanceof Error) throw answer;
      return { status: answer.status, retryAfter: answer.retryAfter, text: 'received' };
    },
    dispose: async () => undefined,
  });

  const open = async () => {
    const storage = await createStorage({
      path,
      collections: [incidentsCollection, webhookDeliveries, webhookEndpoints, webhookRedeliveries],
      clock,
      publish: 'with_commit',
      checkEvent: eventCheck(),
    });
    await storage.migrate();
    const events = new EventLog({ store: storage.hot.events, clock, report });
    const jobs = new StoredJobQueue({ store: storage.hot.jobs, clock, report });
    const incidents = createIncidents({ repository: storage.repository(incidentsCollection), clock });
    const vault = createVault({ keyRing }).for('signing');
    const webhooks = createWebhooks({ storage, events, jobs, incidents, vault, clock, log, makeSender });
    await webhooks.start();
    jobs.start();
    return { storage, events, jobs, incidents, webhooks };
  };
  type Parts = Awaited<ReturnType<typeof open>>;
  const close = async ({ webhooks, jobs, events, storage }: Parts) => {
    await webhooks.dispose();
    await jobs.dispose({ graceMs: 0 });
    await events.dispose();
    await storage.dispose();
  };
  let parts = await open();

  const dispose = () => close(parts);
  return {
    clock,
    requests,
    get webhooks() {
      return parts.webhooks;
    },
    set answer(answer: (request: SentRequest) => TestAnswer) {
      receiver.answer = answer;
    },
    /** Whether one of the signatures is that of one of the secrets; written apart from the code under test. */
    verified(request: SentRequest | undefined, secrets: readonly Secret[]): boolean {
      const { headers = {}, body = '' } = request ?? {};
      const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
      const wanted = secrets.map((secret) => {
        const key = Buffer.from(secret.reveal().replace('whsec_', ''), 'base64');
        return `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
      });
      return (headers['webhook-signature'] ?? '').split(' ').some((one) => wanted.includes(one));
    },
    async publish(type: string): Promise<string> {
      const id = newId(clock.now());
      await parts.events.append([{ id, type, source: '/t', time: timestamp(clock), data: {} }]);
      return id;
    },
    incidentCodes: async () =>
      (await parts.incidents.list({ state: ['open'], limit: 50 })).items.map(({ code }) => code),
    eventTypes: async () => (await parts.events.after(0, { limit: 1_000 })).map(({ type }) => type),
    settle: () => settle(100),
    async advance(ms: number): Promise<void> {
      await settle(40);
      // No wait trusts the wall clock for longer than 30 s, so hours need not be gone through.
      const last = Math.min(ms, 31_000);
      clock.jump(ms - last);
      await clock.advance(last);
      await settle(60);
    },
    /** Whatever was under way is broken off; nothing of it is written down. */
    async restart(): Promise<void> {
      await close(parts);
      parts = await open();
    },
    dispose,
    [Symbol.asyncDispose]: dispose,
  };
}

export type TestWebhooks = Awaited<ReturnType<typeof openTestWebhooks>>;
