/**
 * Asks for lists at a steady pace, whatever the answers do, one path after the other. The time of each counts from the
 * moment at which it was due, so that what waits behind a slow one counts as slow. Prints one JSON line.
 *
 * node list-load.ts <server's line> <paths as JSON> <a second> <seconds>
 */
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const [serverLine = '{}', paths = '[]', perSecond = '200', seconds = '15'] = process.argv.slice(2);
const { port, key } = JSON.parse(serverLine) as { readonly port: number; readonly key: string };
const all = JSON.parse(paths) as readonly string[];
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const latencies = new Map<string, number[]>(all.map((path) => [path, []]));
const sendLatenesses: number[] = [];

function ask(path: string, dueAt: number): Promise<void> {
  sendLatenesses.push(performance.now() - dueAt);
  return new Promise((resolve, reject) => {
    const options = { agent, port, host: '127.0.0.1', path, headers: { authorization: `Bearer ${key}` } };
    const outgoing = request(options, (answer) => {
      answer.resume();
      answer.on('end', () => {
        latencies.get(path)?.push(performance.now() - dueAt);
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`${path} was answered ${answer.statusCode}.`));
      });
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

const count = Number(perSecond) * Number(seconds);
const begin = performance.now();
const answers: Promise<void>[] = [];
for (let index = 0; index < count; index += 1) {
  const dueAt = begin + (index * 1_000) / Number(perSecond);
  const wait = dueAt - performance.now();
  if (wait > 0) await sleep(wait);
  answers.push(ask(all[index % all.length] ?? '/', dueAt));
}
await Promise.all(answers);
const at = (times: readonly number[], share: number) => {
  const sorted = times.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
};
const together = [...latencies.values()].flat();
process.stdout.write(
  `${JSON.stringify({
    p50Ms: at(together, 0.5),
    p99Ms: at(together, 0.99),
    mostMs: at(together, 1 - 1e-9),
    sendP99Ms: at(sendLatenesses, 0.99),
    byPath: [...latencies].map(([path, times]) => ({ path, p50Ms: at(times, 0.5), p99Ms: at(times, 0.99) })),
  })}\n`,
);
agent.destroy();
