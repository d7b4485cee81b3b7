import { connect } from 'node:net';

export interface KeepAliveLoad {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  /** A whole request, each time another one. Made while the answer to the one before is awaited. */
  readonly request: () => Buffer;
}

export interface LoadResult {
  readonly perSecond: number;
  readonly answered: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/**
 * Sends requests over keep-alive connections to 127.0.0.1, one at a time on each, for so many seconds. On bare sockets,
 * because a full HTTP client would be the bottleneck; answers have to carry `content-length`. Run it in a process of its
 * own, so that making requests does not take the server's core.
 */
export async function keepAliveLoad({ port, connections, seconds, request }: KeepAliveLoad): Promise<LoadResult> {
  const statuses = new Map<number, number>();
  const latencies: number[] = [];
  const startedAt = performance.now();
  const endAt = startedAt + seconds * 1_000;
  /** Sends the next request when the answer to the last is whole. */
  const client = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      let received = '';
      let sentAt = 0;
      let next = request();
      const send = () => {
        sentAt = performance.now();
        socket.write(next);
        next = request();
      };
      socket.setNoDelay(true);
      socket.on('connect', send);
      socket.on('error', reject);
      socket.on('close', () => resolve());
      socket.on('data', (chunk) => {
        received += chunk.toString('latin1');
        const head = received.indexOf('\r\n\r\n');
        if (head < 0) return;
        const length = /content-length: (\d+)/i.exec(received.slice(0, head))?.[1];
        if (received.length < head + 4 + Number(length ?? 0)) return;
        const status = Number(received.slice(9, 12));
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        latencies.push(performance.now() - sentAt);
        received = '';
        if (performance.now() < endAt) send();
        else socket.end();
      });
    });
  await Promise.all(Array.from({ length: connections }, client));
  const elapsed = (performance.now() - startedAt) / 1_000;
  latencies.sort((left, right) => left - right);
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0;
  return {
    perSecond: latencies.length / elapsed,
    answered: latencies.length,
    statuses: Object.fromEntries(statuses),
    p50Ms: at(0.5),
    p99Ms: at(0.99),
  };
}
