import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Clock } from '@fairlead/sdk';
import type { HttpExtension } from './app.ts';

export interface Metrics {
  /** Add gauges and counters of other areas here; names begin with `fairlead_`. */
  readonly registry: Registry;
  /** Measures every request of the API. */
  readonly extension: HttpExtension;
  /** The text format of Prometheus. */
  text(): Promise<{ readonly contentType: string; readonly text: string }>;
  dispose(): void;
}

/** Metrics of this process, in a registry of their own. */
export function createMetrics({ clock }: { readonly clock: Clock }): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'fairlead_http_request_seconds',
    help: 'Time from the first byte of a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  return {
    registry,
    extension: {
      serves: [],
      register(app: FastifyInstance) {
        const begun = new WeakMap<object, number>();
        app.addHook('onRequest', async (request) => {
          begun.set(request, clock.monotonic());
        });
        app.addHook('onResponse', async (request, reply) => {
          const start = begun.get(request);
          if (start === undefined) return;
          const route = request.routeOptions.url ?? 'unknown';
          duration.observe(
            { method: request.method, route, status: `${Math.floor(reply.statusCode / 100)}xx` },
            (clock.monotonic() - start) / 1_000,
          );
        });
      },
    },
    text: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
    dispose: () => registry.clear(),
  };
}
