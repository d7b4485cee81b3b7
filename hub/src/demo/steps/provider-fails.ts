import { delay, systemClock } from '@fairlead/sdk';
import { HubCallError } from '../../client/hub-client.ts';
import type { DemoConnection, Stage } from '../stage.ts';
import { prove, type Step, until } from '../step.ts';

interface Health {
  readonly status: string;
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
  readonly lanes: readonly { readonly name: string; readonly state: string }[];
}

interface Incident {
  readonly subject: { readonly id: string };
  readonly code: string;
  readonly state: string;
  readonly title: string;
}

/** At once, so that each has made its first attempt before the breaker opens. */
const failingCalls = 8;
/** Nothing ends for so long: nothing is under way. */
const settleMs = 150;
/** By then each call has wanted to try again: its first wait is 400 ms at most. */
const retriesWithinMs = 600;
/** More than enough good calls for the failures to be few among them. */
const mostRecoveryCalls = 400;

export const providerFails: Step = {
  title: 'A provider fails: its breaker opens, and closes again',
  async run(stage, tell) {
    const { provider } = stage;
    const tools = await toolsFor(stage);
    prove((await tools.call()) === 'ok', 'the provider answers before the outage');

    await provider.call('POST', '/control/outage', { on: true });
    const begun = systemClock.monotonic();
    const before = await tools.attempts();
    const calls = Promise.all(Array.from({ length: failingCalls }, () => tools.call()));
    await until('the breaker opens', async () => (await tools.restingLane())?.name);
    const opened = systemClock.monotonic();
    const attempts = await tools.attemptsAtRest();
    tell(
      `the provider answers 503 to everything: after ${attempts - before} failed attempts, ${since(begun, opened)} later, the breaker was open`,
    );

    const sick = await until('health becomes unhealthy', async () => {
      const health = await tools.health();
      return health.status === 'unhealthy' ? health : undefined;
    });
    tell(`health is ${sick.status}: ${sick.reasons.map(({ code, text }) => `${text} (${code})`).join(' ')}`);
    const incident = await until('an incident is open', () => tools.incident('open'));
    tell(`an incident was raised: ${incident.title} (${incident.code})`);

    const results = await calls;
    prove(!results.includes('ok'), 'no call succeeds during the outage');
    await delay(systemClock, retriesWithinMs);
    prove((await tools.attempts()) === attempts, 'while the breaker is open nothing is attempted at the provider');
    tell(
      `all ${failingCalls} calls were told at once, and nothing more reached the provider while the breaker was open`,
    );

    await provider.call('POST', '/control/outage', { on: false });
    await until('a call goes through', async () => ((await tools.call()) === 'ok' ? true : undefined));
    prove((await tools.restingLane()) === undefined, 'the breaker has closed');
    tell(
      `the provider is back: ${since(opened, systemClock.monotonic())} after it opened, the breaker let a call through and closed`,
    );

    let good = 0;
    const well = await until(
      'health becomes healthy',
      async () => {
        for (let batch = 0; batch < 20 && good < mostRecoveryCalls; batch += 1, good += 1) await tools.call();
        const health = await tools.health();
        return health.status === 'healthy' ? health : undefined;
      },
      { withinMs: 20_000 },
    );
    const resolved = await until('the incident is resolved', () => tools.incident('resolved'));
    tell(`after ${good} good calls health is ${well.status} again, and the incident (${resolved.code}) is resolved`);
  },
};

const since = (from: number, to: number): string => `${((to - from) / 1_000).toFixed(1)} s`;

/** On a connection of its own, whose health knows of nothing but this. */
async function toolsFor({ api, provider }: Stage) {
  const { id } = await api.post<DemoConnection>('/api/connections', {
    plugin: 'gateway-sandbox',
    name: 'An account whose provider fails',
    settings: { apiBase: provider.url },
    secrets: { apiKey: provider.apiKey, webhookSecrets: provider.webhookSecrets },
  });
  const health = () => api.get<Health>(`/api/connections/${id}/health`);
  const attempts = async () =>
    (await api.get<{ items: readonly object[] }>(`/api/connections/${id}/calls?limit=200`)).items.length;
  return {
    health,
    /** `ok`, or the code of the refusal. */
    async call(): Promise<string> {
      try {
        await api.post(`/api/connections/${id}/operations/testCredentials`, { input: {} });
        return 'ok';
      } catch (error) {
        if (error instanceof HubCallError) return error.code;
        throw error;
      }
    },
    restingLane: async () => (await health()).lanes.find(({ state }) => state !== 'closed'),
    /** Their number once those that were under way when the breaker opened have ended. */
    async attemptsAtRest(): Promise<number> {
      let last = -1;
      return until('the attempts under way end', async () => {
        const before = last;
        await delay(systemClock, settleMs);
        last = await attempts();
        return last === before ? last : undefined;
      });
    },
    /** How many attempts at the vendor the hub remembers; 200 at most. */
    attempts,
    incident: async (state: string) =>
      (await api.list<Incident>(`/api/incidents?state=${state}`)).find(({ subject }) => subject.id === id),
  };
}
