import { join } from 'node:path';
import {
  type Access,
  accessCollections,
  type AnyCollection,
  connectionsCollection,
  createAccess,
  createIncidents,
  createPermissionTable,
  createRedactor,
  createStorage,
  derivedKey,
  embedsCollection,
  eventCheck,
  EventLog,
  healthRecords,
  type Incidents,
  idempotencyKeys,
  incidentsCollection,
  installationsCollection,
  installedPackagesCollection,
  type JobQueue,
  laneOverridesCollection,
  pluginCollection,
  pluginKeysCollection,
  pluginStateCollection,
  type Redactor,
  Relay,
  type Storage,
  StoredJobQueue,
  sealedTokenKeys,
  tokenKeyHolder,
  totpHolder,
  vaultKeys,
  vaultRotations,
  webhookDeliveries,
  webhookEndpoints,
  webhookRedeliveries,
  writeLocalToken,
} from '@fairlead/core';
import type { Flow } from '@fairlead/core/flow-api';
import type { Clock, Logger } from '@fairlead/sdk';
import type { Logger as Pino } from 'pino';
import type { Settings } from '../config/settings.ts';
import { type Keys, openKeys } from './keys.ts';
import { createLog, type LineWriter, toLogger } from './log.ts';

/** What everything else stands on: log, storage, vault, events, jobs, incidents, access. */
export interface Foundation {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly flows: readonly Flow[];
  readonly redactor: Redactor;
  readonly log: Pino;
  readonly logger: Logger;
  readonly storage: Storage;
  readonly keys: Keys;
  /** For fingerprints of idempotent requests. */
  readonly fingerprintKey: Uint8Array;
  readonly incidents: Incidents;
  readonly events: EventLog;
  readonly relay: Relay;
  readonly jobs: JobQueue;
  readonly access: Access;
}

export interface FoundationOptions {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly flows: readonly Flow[];
  readonly logTo: LineWriter | undefined;
  readonly checkEvents: boolean;
}

const coreCollections: readonly AnyCollection[] = [
  ...accessCollections,
  connectionsCollection,
  embedsCollection,
  healthRecords,
  idempotencyKeys,
  incidentsCollection,
  installationsCollection,
  installedPackagesCollection,
  laneOverridesCollection,
  pluginCollection,
  pluginKeysCollection,
  pluginStateCollection,
  vaultKeys,
  vaultRotations,
  webhookDeliveries,
  webhookEndpoints,
  webhookRedeliveries,
];

/** Opens what is durable and what guards it. Nothing runs yet. `cleanup` learns how to close each part. */
export async function openFoundation(options: FoundationOptions, cleanup: AsyncDisposableStack): Promise<Foundation> {
  const { settings, clock, flows } = options;
  const redactor = createRedactor();
  const log = createLog(settings.logLevel, redactor, options.logTo);
  const logger = toLogger(log);
  const storage = await openStorage(options, cleanup);
  const keys = await openKeys({
    settings,
    storage,
    clock,
    redactor,
    onError: (error) => logger.error('The rotation of master keys stands still; start it again.', { error }),
  });
  cleanup.defer(() => keys.rotation.dispose());
  const onUnsealed = (reason: string) => logger.warn(`A restart will sign everybody out: ${reason}`);
  const tokens = await sealedTokenKeys({ storage, clock, vault: keys.vault.for('token'), onUnsealed });
  keys.rotation.registerHolder(tokenKeyHolder(storage));
  keys.rotation.registerHolder(totpHolder(storage));
  const repository = storage.repository(incidentsCollection);
  const incidents = createIncidents({ repository, clock, redact: redactor.text });
  return {
    settings,
    clock,
    flows,
    redactor,
    log,
    logger,
    storage,
    keys,
    fingerprintKey: await derivedKey(tokens, 'idempotency'),
    incidents,
    ...background({ storage, clock, logger, incidents }, cleanup),
    access: createAccess({
      storage,
      clock,
      keys: tokens,
      vault: keys.vault.for('totp'),
      permissions: createPermissionTable(...flows.map(grantsOf)),
      localToken: await writeLocalToken(join(settings.dataDir, 'cli.token')),
    }),
  };
}

async function openStorage(
  { settings, flows, clock, checkEvents }: FoundationOptions,
  cleanup: AsyncDisposableStack,
): Promise<Storage> {
  const storage = await createStorage({
    path: settings.databaseFile,
    collections: [...coreCollections, ...flows.flatMap(({ collections }) => collections)],
    clock,
    publish: 'with_commit',
    checkEvent: checkEvents ? eventCheck(...flows.map(({ events }) => events)) : undefined,
  });
  cleanup.defer(() => storage.dispose());
  await storage.migrate();
  return storage;
}

/** Events and jobs. What they give up is an incident: a person should know, and can have it tried again. */
function background(
  { storage, clock, logger, incidents }: Pick<Foundation, 'storage' | 'clock' | 'logger' | 'incidents'>,
  cleanup: AsyncDisposableStack,
): Pick<Foundation, 'events' | 'relay' | 'jobs'> {
  const report = ({ message, ...fields }: { readonly message: string }) => logger.warn(message, fields);
  const raise = (kind: string, id: string, title: string, detail: string) => {
    const incident = { subject: { kind, id }, code: 'given_up', severity: 'error', title, detail } as const;
    incidents.raise(incident).catch((error: unknown) => logger.error('An incident could not be raised.', { error }));
  };
  const events = new EventLog({
    store: storage.hot.events,
    clock,
    report,
    onDead: ({ subscriber, event, error }) =>
      raise(
        'subscription',
        subscriber,
        `“${subscriber}” could not handle an event and gave it up.`,
        `${event.type} ${event.id}: ${error}`,
      ),
  });
  const relay = new Relay({ storage, log: events, clock, report });
  const jobs = new StoredJobQueue({
    store: storage.hot.jobs,
    clock,
    report,
    onDead: ({ id, name }, error) =>
      raise('job', name, `The job “${name}” failed at every attempt.`, `${id}: ${error}`),
  });
  cleanup.defer(() => events.dispose());
  cleanup.defer(() => relay.dispose());
  cleanup.defer(() => jobs.dispose());
  return { events, relay, jobs };
}

/** What reads is for everyone, what acts for those who operate. */
function grantsOf({ permissions }: Flow) {
  const grants = Object.keys(permissions).map((name) => [
    name,
    name.endsWith('.read')
      ? (['admin', 'operator', 'viewer', 'plugin-developer'] as const)
      : (['admin', 'operator'] as const),
  ]);
  return Object.fromEntries(grants) as Parameters<typeof createPermissionTable>[0];
}
