import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { FakeClock } from '@fairlead/sdk/testing';
import { readSettings } from '../../src/config/settings.ts';
import { startHub } from '../../src/hub.ts';
import { ownerEmail, ownerPassword } from '../support/hub-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

export interface Asked {
  readonly method: string;
  /** As it is written. */
  readonly path: string;
  readonly token?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is. */
  readonly raw?: string | undefined;
}

export interface Answered {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
  json<Body>(): Body;
}

/** What goes wrong, as every refusal says it. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly requestId: string;
  readonly errors: readonly { readonly path: string; readonly message: string }[];
}

/** A hub to attack: in this process, on a clock that the test moves, behind a proxy that says where each call comes from. */
export async function startAttackHub() {
  const cleanup = new AsyncDisposableStack();
  const dataDir = cleanup.use(await temporaryFolder()).path;
  const clock = new FakeClock();
  const log: string[] = [];
  const environment = {
    FAIRLEAD_DATA_DIR: dataDir,
    FAIRLEAD_PORT: '0',
    FAIRLEAD_OWNER_EMAIL: ownerEmail,
    FAIRLEAD_OWNER_PASSWORD: ownerPassword,
    FAIRLEAD_TRUST_PROXY: '127.0.0.1',
  };
  const read = readSettings(environment, join(dataDir, '..'));
  if (!read.ok) throw new Error(read.faults.join('\n'));
  const { settings, rows } = read;
  const hub = await startHub({ settings, rows, clock, logTo: { write: (line) => log.push(line) } });
  cleanup.defer(() => hub.stop());
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  cleanup.defer(() => agent.destroy());
  const ask = createAsk(Number(new URL(hub.localUrl).port), agent);

  /** A call that must succeed. */
  async function ok<Body>(asked: Asked): Promise<Body> {
    const answer = await ask(asked);
    if (answer.status >= 300) throw new Error(`${asked.method} ${asked.path}: ${answer.status} ${answer.text}`);
    return (answer.text === '' ? undefined : answer.json()) as Body;
  }

  async function signIn(email = ownerEmail, password = ownerPassword): Promise<string> {
    const body = { email, password };
    return (await ok<{ accessToken: string }>({ method: 'POST', path: '/api/auth/sign-in', body })).accessToken;
  }

  return {
    url: hub.localUrl,
    port: Number(new URL(hub.localUrl).port),
    dataDir,
    clock,
    log,
    ask,
    ok,
    signIn,
    owner: await signIn(),
    /** Stops the hub, and leaves its data for somebody to change. */
    halt: () => hub.stop(),
    stop: () => cleanup.disposeAsync(),
  };
}

export type AttackHub = Awaited<ReturnType<typeof startAttackHub>>;

/** Over few sockets, and each time from another address: what is limited by address is not what is tried here. */
function createAsk(port: number, agent: Agent): (asked: Asked) => Promise<Answered> {
  let calls = 0;
  return ({ method, path, token, headers = {}, body, raw }) => {
    calls += 1;
    const from = `10.${calls >> 16}.${(calls >> 8) & 255}.${calls & 255}`;
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    return new Promise((resolve, reject) => {
      const asking = request(
        {
          host: '127.0.0.1',
          port,
          agent,
          method,
          path,
          headers: {
            'x-forwarded-for': from,
            ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
            // Node leaves it out where a method has no body as a rule.
            ...(sent === undefined
              ? {}
              : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }),
            ...headers,
          },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
          response.once('error', reject);
          response.once('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text,
              json: <Body>() => JSON.parse(text) as Body,
            }),
          );
        },
      );
      asking.once('error', reject);
      asking.end(sent);
    });
  };
}

/** One after the other for each of several at once. */
export async function inParallel<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
  const rest = items.values();
  const worker = async () => {
    for (const item of rest) await act(item);
  };
  await Promise.all(Array.from({ length: 64 }, worker));
}
