import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { callOf, type HostHarness, hostHarness, trial, trialCode } from '../../testing/host-harness.ts';

let harness: HostHarness;
let refused: string[];
let cleanup: AsyncDisposableStack;
beforeEach(async () => {
  refused = [];
  cleanup = new AsyncDisposableStack();
  harness = await hostHarness('process', {
    process: { refused: (_plugin, { kind, host }) => void refused.push(`${kind} ${host}`) },
  });
  cleanup.defer(() => harness.dispose());
});
afterEach(() => cleanup.disposeAsync());

const program = `
  const attempt = async (work) => {
    try {
      return String((await work()) ?? 'done');
    } catch (error) {
      return error.cause?.code ?? error.code ?? error.message;
    }
  };
  const { readFileSync } = process.getBuiltinModule('node:fs');
  const { Worker, parentPort, workerData } = process.getBuiltinModule('node:worker_threads');
  const nested = () => new Promise((resolve, reject) => {
    const thread = new Worker(\`(\${deeper})()\`, { eval: true, execArgv: [], env: { NODE_OPTIONS: '--no-permission' } });
    thread.once('message', resolve).once('error', reject);
  });
  async function deeper() {
    const { parentPort } = process.getBuiltinModule('node:worker_threads');
    try {
      parentPort.postMessage(process.getBuiltinModule('node:fs').readFileSync('/etc/passwd', 'utf8').length);
    } catch ({ code }) {
      parentPort.postMessage(code);
    }
  }
  const does = {
    file: () => readFileSync('/etc/passwd', 'utf8').length,
    egress: () => fetch('http://evil.example/'),
    vendor: async () => (await fetch(workerData.value)).text(),
    signal: () => process.kill(process.ppid, 0),
    debugger: () => process._debugProcess(process.ppid),
    nested,
  };
  attempt(does[workerData.what]).then((said) => parentPort.postMessage(said));
`;

/** What a thread of a plugin comes to that does one thing, started with these options. */
async function inThread(what: string, options = '{}', value = ''): Promise<string> {
  const ask = `
    const thread = new Worker(${JSON.stringify(program)}, {
      eval: true,
      workerData: { what: ${JSON.stringify(what)}, value },
      ...${options},
    });
    const said = await new Promise((resolve, reject) => thread.once('message', resolve).once('error', reject));
    await thread.terminate();
    return { value: String(said) };`;
  const manifest = { permissions: { workers: true }, egress: ['loopback'] };
  const code = trialCode({ ask, top: "import { SHARE_ENV, Worker } from 'node:worker_threads';" });
  const hosted = await harness.start({ code, manifest }, { permissions: { workers: true } });
  const served = await hosted.running.serve(harness.spec());
  const answer = (await served.call(trial.ask, { value }, callOf())) as { readonly value: string };
  return answer.value;
}

describe('a thread of a plugin that may start some', () => {
  it.each([
    ['as it comes', '{}'],
    ['with flags of its own', "{ execArgv: ['--no-warnings'] }"],
    ['without flags', '{ execArgv: [] }'],
    ['with options in its environment', "{ env: { NODE_OPTIONS: '--no-permission --allow-fs-read=*' } }"],
    ['with the environment of the process', '(process.env.NODE_OPTIONS = "--allow-fs-read=*", { env: SHARE_ENV })'],
    ['by the constructor of another', '(void (new Worker("", { eval: true })).constructor, { execArgv: [] })'],
  ])('may read no more than the process, %s', async (_how, options) => {
    expect(await inThread('file', options)).toBe('ERR_ACCESS_DENIED');
  });

  it('and one that it starts in turn neither', async () => {
    expect(await inThread('nested')).toBe('ERR_ACCESS_DENIED');
  });

  it('reaches the hosts of the manifest and no others; an attempt is told of', async () => {
    const server = createServer((_request, response) => response.end('reached'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    cleanup.defer(() => new Promise((resolve) => void server.close(() => resolve())));
    cleanup.defer(() => server.closeAllConnections());
    expect(await inThread('vendor', '{}', `http://localhost:${(server.address() as AddressInfo).port}/`)).toBe(
      'reached',
    );
    expect(await inThread('egress', '{ execArgv: [] }')).toBe('address_forbidden');
    await vi.waitFor(() => expect(refused).toContain('tcp evil.example'), { timeout: 60_000 });
  });

  it('sends no signals to other processes', async () => {
    expect(await inThread('signal')).toBe('ERR_ACCESS_DENIED');
    expect(await inThread('debugger')).toMatch(/not a function/);
  });
});
