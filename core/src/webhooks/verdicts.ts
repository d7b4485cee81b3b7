import type { Clock, Logger } from '@fairlead/sdk';
import type { Incidents } from '../incidents/index.ts';
import type { DeliveryAttempt, DeliveryState } from './delivery.ts';
import type { DisabledReason, EndpointState, StoredEndpoint } from './endpoint.ts';

/** An endpoint that has failed at every attempt for so long is disabled. */
export const failingForMs = 5 * 86_400_000;
const gone = 410;

interface VerdictOptions {
  readonly clock: Clock;
  readonly log: Logger;
  readonly incidents: Pick<Incidents, 'raise' | 'resolve'>;
  readonly known: ReadonlyMap<string, StoredEndpoint>;
  readonly disable: (id: string, reason: DisabledReason) => Promise<unknown>;
  readonly update: (id: string, change: (state: EndpointState) => EndpointState) => Promise<unknown>;
}

/** What attempts say of their endpoint: since when it fails, whether it is disabled, what a person should know. */
export function createVerdicts({ clock, log, incidents, known, disable, update }: VerdictOptions) {
  const subject = (id: string) => ({ kind: 'webhook-endpoint', id });
  const hostOf = ({ state }: StoredEndpoint) => new URL(state.url).host;

  const stop = async (endpoint: StoredEndpoint, reason: 'gone' | 'failing'): Promise<void> => {
    await disable(endpoint.id, reason);
    const host = hostOf(endpoint);
    await incidents.raise({
      subject: subject(endpoint.id),
      code: 'webhook_endpoint_disabled',
      severity: 'error',
      title: `The webhook endpoint at ${host} was disabled.`,
      detail:
        reason === 'gone'
          ? 'It answered 410: it takes no more events. What waits is kept; enable it to go on.'
          : 'Nothing has arrived there for five days. What waits is kept; enable it to go on.',
      action: { kind: 'webhook-endpoint.enable', label: 'Enable it again', parameters: { endpoint: endpoint.id } },
    });
  };

  const failed = async (endpoint: StoredEndpoint, attempt: DeliveryAttempt, after: DeliveryState): Promise<void> => {
    const { id, state } = endpoint;
    if (state.disabled !== null) return;
    if (attempt.status === gone) return stop(endpoint, 'gone');
    const since = state.failingSince;
    if (since === null) {
      await update(id, (before) => ({ ...before, failingSince: before.failingSince ?? attempt.at }));
    } else if (clock.now() - Date.parse(since) >= failingForMs) return stop(endpoint, 'failing');
    if (after.status !== 'failed') return;
    await incidents.raise({
      subject: subject(id),
      code: 'webhook_deliveries_failed',
      severity: 'warning',
      title: `Events could not be delivered to ${hostOf(endpoint)}.`,
      detail: `${attempt.error ?? ''} They are kept, and can be sent again.`,
    });
  };

  const arrived = async ({ id, state }: StoredEndpoint): Promise<void> => {
    if (state.failingSince === null) return;
    await update(id, (before) => ({ ...before, failingSince: null }));
    await incidents.resolve(subject(id), 'webhook_deliveries_failed');
  };

  return {
    subject,
    /** Never rejects: the attempt is on record, and the next one says it again. */
    async tried(id: string, attempt: DeliveryAttempt, after: DeliveryState): Promise<void> {
      const endpoint = known.get(id);
      if (endpoint === undefined) return;
      try {
        await (attempt.error === null ? arrived(endpoint) : failed(endpoint, attempt, after));
      } catch (error) {
        log.warn('What became of a webhook endpoint could not be written down.', { endpoint: id, error });
      }
    },
  };
}
