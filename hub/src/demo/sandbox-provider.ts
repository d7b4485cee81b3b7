import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { releaseProgram } from '../release.ts';

/** The fake payment provider that comes with the sandbox gateway: a process of its own, with its own books. */
export interface SandboxProvider {
  readonly url: string;
  readonly pid: number;
  readonly apiKey: string;
  readonly webhookSecrets: readonly string[];
  /** Calls one of its routes, with the API key. */
  call<Body>(method: string, path: string, body?: object): Promise<Body>;
  /** Presses a button of its checkout page, as the customer does. */
  press(checkoutId: string, outcome: string): Promise<void>;
  close(): Promise<void>;
}

/** @param options further options of the program */
export async function startSandboxProvider(folder: string, ...options: readonly string[]): Promise<SandboxProvider> {
  const main = releaseProgram('@fairlead/gateway-sandbox', 'provider');
  const data = join(folder, 'provider.db');
  const child = spawn(process.execPath, [...process.execArgv, main, '--port', '0', '--data', data, ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { url, apiKey, webhookSecrets } = await readyLine(child);
  return {
    url,
    pid: child.pid ?? 0,
    apiKey,
    webhookSecrets,
    async call<Body>(method: string, path: string, body?: object) {
      const answer = await fetch(url + path, {
        method,
        headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`The provider answered ${answer.status} to ${method} ${path}.`);
      return (await answer.json()) as Body;
    },
    async press(checkoutId, outcome) {
      const body = new URLSearchParams({ outcome });
      const answer = await fetch(`${url}/pay/${checkoutId}`, { method: 'POST', body, redirect: 'manual' });
      if (answer.status >= 400) throw new Error(`The provider’s checkout page answered ${answer.status}.`);
      await answer.arrayBuffer();
    },
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

interface Ready {
  readonly url: string;
  readonly apiKey: string;
  readonly webhookSecrets: readonly string[];
}

async function readyLine(child: ChildProcess): Promise<Ready> {
  const complaints: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const ended = once(child, 'exit').then(() => undefined);
  const first = await Promise.race([once(lines, 'line'), ended]);
  if (first === undefined) throw new Error(`The sandbox provider did not start: ${complaints.join('').trim()}`);
  return JSON.parse(String(first[0])) as Ready;
}
