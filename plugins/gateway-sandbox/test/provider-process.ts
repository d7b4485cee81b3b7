import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface ProviderProcess {
  readonly url: string;
  readonly apiKey: string;
  readonly webhookSecrets: readonly string[];
  /** Calls a control route. */
  control(path: string, body?: object, method?: string): Promise<Record<string, unknown>>;
  /** Presses a button of the checkout page. */
  press(checkoutId: string, outcome: string): Promise<Response>;
  kill(): Promise<void>;
}

const main = fileURLToPath(new URL('../provider/main.ts', import.meta.url));

/** Starts the provider as the process that it is. */
export async function startProviderProcess(dataFile: string, ...more: string[]): Promise<ProviderProcess> {
  const child: ChildProcess = spawn(process.execPath, [main, '--port', '0', '--data', dataFile, ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const [line] = (await once(lines, 'line')) as [string];
  const ready = JSON.parse(line) as { ready: true; url: string; apiKey: string; webhookSecrets: string[] };
  return {
    ...ready,
    async control(path, body, method = body === undefined ? 'GET' : 'POST') {
      const answer = await fetch(`${ready.url}/control${path}`, {
        method,
        ...(body && { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as Record<string, unknown>;
    },
    press: (checkoutId, outcome) =>
      fetch(`${ready.url}/pay/${checkoutId}`, {
        method: 'POST',
        body: new URLSearchParams({ outcome }),
        redirect: 'manual',
      }),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
