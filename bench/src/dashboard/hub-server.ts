/**
 * The whole hub with so many connections, none of which reaches anything. Prints its address as a JSON line once they are
 * there. From SIGUSR2 on it pauses and resumes them, fifty a second, and prints how many of those it has made each second.
 *
 * node hub-server.ts <data folder> <connections>
 */
import { startBenchHub } from '../support/bench-hub.ts';

const everyMs = 20;
const [dataDir = '', count = '0'] = process.argv.slice(2);
const { hub, post } = await startBenchHub(dataDir);
const ids: string[] = [];
for (let number = 0; number < Number(count); number += 1) {
  const { id } = await post<{ id: string }>('/api/connections', {
    plugin: 'gateway-sandbox',
    name: `Shop ${String(number).padStart(4, '0')}`,
    settings: { apiBase: 'http://127.0.0.1:9' },
    secrets: { apiKey: 'sk_sandbox_bench', webhookSecrets: ['whsec_sandbox_bench'] },
  });
  ids.push(id);
}
process.stdout.write(`${JSON.stringify({ url: hub.localUrl })}\n`);

const timers: NodeJS.Timeout[] = [];
process.once('SIGUSR2', () => {
  let turn = 0;
  let made = 0;
  const change = () => {
    const id = ids[turn % ids.length] ?? '';
    // Through all of them once to pause, once to resume.
    const act = Math.floor(turn / ids.length) % 2 === 0 ? 'pause' : 'resume';
    turn += 1;
    // One that is under way when the hub stops is nobody's loss.
    post(`/api/connections/${id}/${act}`, {}).then(
      () => (made += 1),
      () => undefined,
    );
  };
  timers.push(
    setInterval(change, everyMs),
    setInterval(() => process.stdout.write(`${made}\n`), 1_000),
  );
});
process.once('SIGTERM', () => {
  for (const timer of timers) clearInterval(timer);
  void hub.stop().then(() => process.exit(0));
});
