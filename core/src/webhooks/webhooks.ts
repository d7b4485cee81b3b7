import { type Clock, type Logger, newId, type Secret, timestamp } from '@fairlead/sdk';
import { HubError } from '../errors/index.ts';
import type { EventLog } from '../events/index.ts';
import { newEvent, toCloudEvent } from '../events/index.ts';
import type { Incidents } from '../incidents/index.ts';
import type { JobQueue } from '../jobs/index.ts';
import { isStorageError, type Page, type Storage } from '../storage/index.ts';
import { type EnvelopeHolder, repositoryHolder, type VaultHandle } from '../vault/index.ts';
import { checkUrl } from './check-endpoint.ts';
import { type Delivery, deliveryIdOf, type DeliveryStatus, newDelivery, webhookDeliveries } from './delivery.ts';
import { Dispatcher } from './dispatcher.ts';
import {
  type DisabledReason,
  type EndpointState,
  type StoredEndpoint,
  signingSecrets,
  viewOfEndpoint,
  type WebhookEndpoint,
  webhookEndpoints,
} from './endpoint.ts';
import { createFanOut } from './fan-out.ts';
import { createRedeliveries, type Redelivery, type RedeliveryRequest } from './redelivery.ts';
import { sentAgain } from './retry-plan.ts';
import { httpSender, type MakeSender } from './send.ts';
import { newSigningSecret } from './signing.ts';
import { createVerdicts } from './verdicts.ts';

export interface NewEndpoint {
  readonly url: string;
  readonly description?: string | undefined;
  /** Default: all. */
  readonly types?: readonly string[] | undefined;
  readonly ordered?: boolean | undefined;
  readonly allowPrivateAddresses?: boolean | undefined;
}

export type EndpointPatch = Partial<NewEndpoint> & { readonly status?: 'enabled' | 'disabled' | undefined };

export interface DeliveryFilter {
  readonly endpointId?: string | undefined;
  readonly status?: DeliveryStatus | undefined;
  /** May end in `*`. */
  readonly type?: string | undefined;
  /** Of the event: ISO 8601, from here on and before there. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/**
 * Sends events to addresses of others, signed after Standard Webhooks: at least once, with a `webhook-id` that stays. What
 * is to be sent is durable before it is tried for the first time.
 */
export interface Webhooks {
  /** The secret is shown here and nowhere else. @throws HubError `invalid_request`, `conflict` beyond 200 endpoints */
  create(endpoint: NewEndpoint): Promise<{ readonly endpoint: WebhookEndpoint; readonly secret: Secret }>;
  /** @throws HubError `not_found`, as all that take an id */
  get(id: string): Promise<WebhookEndpoint>;
  list(options: { limit: number; cursor?: string | undefined }): Promise<Page<WebhookEndpoint>>;
  /** Repeating it is harmless. @throws HubError `version_conflict` unless the endpoint is at `ifVersion` */
  change(id: string, patch: EndpointPatch, ifVersion?: number): Promise<WebhookEndpoint>;
  /** What was still to be sent is cancelled. */
  remove(id: string): Promise<void>;
  /** A new secret; those before sign as well for `overlapMs`. */
  rotateSecret(id: string, overlapMs: number): Promise<{ readonly endpoint: WebhookEndpoint; readonly secret: Secret }>;
  /** Sends an event that is about nothing, to this endpoint alone. @throws HubError `conflict` while it is disabled */
  test(id: string): Promise<Delivery>;

  deliveries(filter: DeliveryFilter): Promise<Page<Delivery>>;
  delivery(id: string): Promise<Delivery>;
  /** Sends it once more, with the id it has, whatever became of it. @throws HubError `conflict` while it is disabled */
  redeliver(id: string): Promise<Delivery>;
  /** Sends many once more, in the background. @throws HubError `conflict` while it is disabled */
  redeliverAll(endpointId: string, request: RedeliveryRequest): Promise<Redelivery>;
  redelivery(id: string): Promise<Redelivery>;

  /** Begins to take events and to send. */
  start(): Promise<void>;
  /** Removes deliveries, and what was asked to be sent again, that ended before this moment. @returns how many */
  prune(before: string): Promise<number>;
  /** For the rotation of master keys. */
  readonly holder: EnvelopeHolder;
  /** Breaks off what is under way; it is sent again at the next start. */
  dispose(): Promise<void>;
}

export interface WebhooksOptions {
  readonly storage: Storage;
  readonly events: EventLog;
  readonly jobs: JobQueue;
  readonly incidents: Pick<Incidents, 'raise' | 'resolve' | 'resolveAll'>;
  /** `vault.for('signing')` */
  readonly vault: VaultHandle;
  readonly clock: Clock;
  readonly log: Logger;
  readonly redact?: (text: string) => string;
  /** Default: over HTTP. */
  readonly makeSender?: MakeSender;
}

const mostEndpoints = 200;
const mostSecrets = 5;
const testType = 'webhook_endpoint.tested';
const purpose = 'signing';

export function createWebhooks(options: WebhooksOptions): Webhooks {
  const { storage, events, jobs, incidents, vault, clock, log } = options;
  const { redact = (text) => text, makeSender = httpSender } = options;
  const endpoints = storage.repository(webhookEndpoints);
  const deliveries = storage.repository(webhookDeliveries);
  /** All of them as they are: one process works on a database. */
  const known = new Map<string, StoredEndpoint>();
  const place = (recordId: string, version: number) => ({ recordId, field: 'secret', version });

  const find = (id: string): StoredEndpoint => {
    const found = known.get(id);
    if (found === undefined) throw new HubError('not_found', { detail: 'There is no webhook endpoint of this id.' });
    return found;
  };
  const findEnabled = (id: string): StoredEndpoint => {
    const found = find(id);
    if (found.state.disabled === null) return found;
    throw new HubError('conflict', { detail: 'The endpoint is disabled: enable it first.' });
  };
  const view = (stored: StoredEndpoint) => viewOfEndpoint(stored, clock);
  const keep = (stored: StoredEndpoint): StoredEndpoint => {
    // Writes may be told of out of turn.
    if ((known.get(stored.id)?.version ?? 0) < stored.version) known.set(stored.id, stored);
    return stored;
  };
  const update = async (id: string, change: (state: EndpointState) => EndpointState): Promise<StoredEndpoint> => {
    find(id);
    const stored = await endpoints.update(id, (before) => {
      const state = change(before);
      return { state, events: switched(id, before, state) };
    });
    if (stored === undefined) throw new HubError('not_found', { detail: 'There is no webhook endpoint of this id.' });
    return keep(stored);
  };
  /** Only what is at this version when it is written. */
  const updateAt = async (id: string, version: number, change: (state: EndpointState) => EndpointState) => {
    const before = find(id);
    const state = change(before.state);
    try {
      if (before.version !== version) throw new HubError('version_conflict');
      return keep(await endpoints.commit({ ...before, state, events: switched(id, before.state, state) }, version));
    } catch (cause) {
      if (isStorageError(cause, 'version_conflict')) throw new HubError('version_conflict', { cause });
      throw cause;
    }
  };
  const switched = (id: string, before: EndpointState, { disabled, url }: EndpointState) => {
    if ((before.disabled === null) === (disabled === null)) return [];
    const data = { id, host: new URL(url).host, reason: disabled?.reason ?? null };
    const type = disabled === null ? 'webhook_endpoint.enabled' : 'webhook_endpoint.disabled';
    return [newEvent(clock, { type, subject: id, data })];
  };
  const disable = (reason: DisabledReason) => (state: EndpointState) =>
    state.disabled === null ? { ...state, disabled: { reason, at: timestamp(clock) } } : state;

  const verdicts = createVerdicts({
    clock,
    log,
    incidents,
    disable: (id, reason) => update(id, disable(reason)),
    update,
    known,
  });
  const dispatcher = new Dispatcher({
    clock,
    log,
    deliveries,
    makeSender,
    endpoint: (id) => known.get(id),
    secrets: ({ id, state }) =>
      signingSecrets(state, clock).map(({ version, envelope }) => vault.open(place(id, version), envelope)),
    redact,
    tried: verdicts.tried,
  });
  const fanOut = createFanOut({
    events,
    deliveries,
    known,
    clock,
    store: storage.hot.events,
    wake: (id) => dispatcher.wake(id),
  });
  const redeliveries = createRedeliveries({
    storage,
    events,
    jobs,
    clock,
    known,
    fanOut,
    wake: (id) => dispatcher.wake(id),
  });

  const again = async (id: string): Promise<Delivery> => {
    const stored = await deliveries.get(id);
    if (stored === undefined) throw new HubError('not_found', { detail: 'There is no delivery of this id.' });
    return stored;
  };

  return {
    async create({ url, description = '', types = ['*'], ordered = false, allowPrivateAddresses = false }) {
      checkUrl(url, allowPrivateAddresses);
      if (known.size >= mostEndpoints)
        throw new HubError('conflict', { detail: `There are ${mostEndpoints} endpoints already.` });
      const id = newId(clock.now());
      const secret = newSigningSecret();
      const secrets = [
        { version: 1, envelope: vault.seal(place(id, 1), secret), madeAt: timestamp(clock), expiresAt: null },
      ];
      const afterSequence = await events.latest();
      const state: EndpointState = {
        url,
        description,
        types,
        ordered,
        allowPrivateAddresses,
        disabled: null,
        secrets,
        afterSequence,
        failingSince: null,
      };
      const stored = keep(await endpoints.commit({ id, state }, 0));
      // Before it answers: what happens from then on is delivered.
      await fanOut.follow(afterSequence);
      return { endpoint: view(stored), secret };
    },
    get: async (id) => view(find(id)),
    async list(page) {
      const { items, nextCursor } = await endpoints.list(page);
      return { items: items.map(view), nextCursor };
    },
    async change(id, { status, ...patch }, ifVersion) {
      const { state: before } = find(id);
      const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      const merged = { ...before, ...given };
      checkUrl(merged.url, merged.allowPrivateAddresses);
      const apply = (state: EndpointState): EndpointState => {
        const changed = { ...state, ...given };
        if (status === 'disabled') return disable('by_hand')(changed);
        return status === 'enabled' ? { ...changed, disabled: null, failingSince: null } : changed;
      };
      const stored = await (ifVersion === undefined ? update(id, apply) : updateAt(id, ifVersion, apply));
      if (status === 'enabled') await incidents.resolveAll(verdicts.subject(id));
      dispatcher.wake(id);
      return view(stored);
    },
    async remove(id) {
      const { version } = find(id);
      await endpoints.remove(id, version);
      known.delete(id);
      vault.forget(id);
      await dispatcher.drop(id);
      await fanOut.cancel(id);
      await fanOut.unfollow();
      await incidents.resolveAll(verdicts.subject(id));
    },
    async rotateSecret(id, overlapMs) {
      const secret = newSigningSecret();
      const stored = await update(id, (state) => {
        const madeAt = timestamp(clock);
        const ends = new Date(clock.now() + overlapMs).toISOString();
        const older = signingSecrets(state, clock).map((one) =>
          one.expiresAt === null || one.expiresAt > ends ? { ...one, expiresAt: ends } : one,
        );
        const version = Math.max(...state.secrets.map((one) => one.version)) + 1;
        const newest = { version, envelope: vault.seal(place(id, version), secret), madeAt, expiresAt: null };
        return { ...state, secrets: [newest, ...older].slice(0, mostSecrets) };
      });
      return { endpoint: view(stored), secret };
    },
    async test(id) {
      findEnabled(id);
      const latest = await events.latest();
      const event = newEvent(clock, { type: testType, subject: id, data: { id } });
      const made = { ...event, source: `/fairlead/${webhookEndpoints.name}`, sequence: latest };
      const body = { ...toCloudEvent(made) };
      const state = newDelivery(id, made, body, clock.now());
      const stored = await deliveries.commit({ id: deliveryIdOf(id, event.id), state }, 0);
      dispatcher.wake(id);
      return stored;
    },
    deliveries({ endpointId, status, type, from, to, limit, cursor }) {
      const at = { ...(from === undefined ? {} : { gte: from }), ...(to === undefined ? {} : { lt: to }) };
      return deliveries.list({
        where: {
          ...(endpointId === undefined ? {} : { endpointId }),
          ...(status === undefined ? {} : { status }),
          ...(type === undefined ? {} : { type: type.endsWith('*') ? { startsWith: type.slice(0, -1) } : type }),
          ...(from === undefined && to === undefined ? {} : { at }),
        },
        order: { field: 'at', direction: 'descending' },
        limit,
        cursor,
      });
    },
    delivery: again,
    async redeliver(id) {
      const { endpointId } = (await again(id)).state;
      findEnabled(endpointId);
      const stored = await deliveries.update(id, (state) => ({ state: sentAgain(state, clock.now()) }));
      dispatcher.wake(endpointId);
      return stored ?? again(id);
    },
    async redeliverAll(endpointId, request) {
      findEnabled(endpointId);
      return redeliveries.begin(endpointId, request);
    },
    redelivery: (id) => redeliveries.get(id),
    async start() {
      for await (const stored of endpoints.scan()) keep(stored);
      await fanOut.recover();
      const places = [...known.values()].map(({ state }) => state.afterSequence);
      if (places.length > 0) await fanOut.follow(Math.max(...places));
      else await fanOut.unfollow();
      dispatcher.start([...known.keys()]);
    },
    prune: async (before) => (await fanOut.prune(before)) + (await redeliveries.prune(before)),
    holder: repositoryHolder<EndpointState>({
      name: webhookEndpoints.name,
      repository: {
        get: (id) => endpoints.get(id),
        commit: async (aggregate, version) => keep(await endpoints.commit(aggregate, version)),
        scan: () => endpoints.scan(),
      },
      envelopesOf: (id, { secrets }) =>
        secrets.map(({ version, envelope }) => ({ place: { ...place(id, version), purpose }, envelope })),
      replace: (id, state, change) => ({
        ...state,
        secrets: state.secrets.map((one) => ({
          ...one,
          envelope: change({ place: { ...place(id, one.version), purpose }, envelope: one.envelope }),
        })),
      }),
    }),
    async dispose() {
      await fanOut.dispose();
      await dispatcher.dispose();
    },
  };
}
