import { Type } from 'typebox';
import type { Connection } from '../../connections/index.ts';
import { connectionStatuses } from '../../connections/index.ts';
import { healthStatus } from './health-schemas.ts';
import { closed, jsonObject, nullableText, text } from './schemas.ts';

export const connectionStatus = Type.Enum([...connectionStatuses]);

const privateHosts = Type.Array(text(253), {
  maxItems: 16,
  description: 'Hosts of the own network that the plugin may reach besides public ones, such as 127.0.0.1.',
});

const secretText = Type.String({ minLength: 1, maxLength: 65_536 });

/** A text, a list of texts, one change of a list, or null to delete. What fits which secret is the plugin's schema. */
const secretChange = Type.Union([
  secretText,
  Type.Array(secretText, { maxItems: 64 }),
  Type.Object({ add: secretText }, closed),
  Type.Object({ promote: text(128) }, closed),
  Type.Object({ retire: text(128) }, closed),
  Type.Null(),
]);
export const secretChanges = Type.Record(Type.String(), secretChange, {
  description: 'Secrets go in and never come out. An absent one stays, null deletes it.',
});

export const newConnection = Type.Object(
  {
    plugin: text(64),
    name: text(100),
    settings: Type.Optional(jsonObject),
    secrets: Type.Optional(secretChanges),
    allowedPrivateHosts: Type.Optional(privateHosts),
  },
  closed,
);

export const connectionPatch = Type.Object(
  {
    name: Type.Optional(text(100)),
    settings: Type.Optional(jsonObject),
    secrets: Type.Optional(secretChanges),
    allowedPrivateHosts: Type.Optional(privateHosts),
  },
  { ...closed, minProperties: 1, description: 'A merge patch (RFC 7396): an absent member keeps, null deletes.' },
);

/** What would be added. How it is called is nothing to a vendor. */
export const triedConnection = Type.Object(
  {
    plugin: text(64),
    settings: Type.Optional(jsonObject),
    secrets: Type.Optional(secretChanges),
    allowedPrivateHosts: Type.Optional(privateHosts),
  },
  closed,
);

export const triedChange = Type.Object(
  {
    settings: Type.Optional(jsonObject),
    secrets: Type.Optional(secretChanges),
    allowedPrivateHosts: Type.Optional(privateHosts),
  },
  { ...closed, description: 'What would be changed, as a PATCH takes it.' },
);

const secretView = Type.Object({
  set: Type.Literal(true),
  hint: nullableText,
  updatedAt: Type.String(),
  items: Type.Optional(Type.Array(Type.Object({ id: Type.String(), hint: nullableText, addedAt: Type.String() }))),
});

const testResult = Type.Object({
  outcome: Type.Enum(['ok', 'failed']),
  code: Type.Optional(Type.String()),
  message: Type.Optional(Type.String()),
});

export const connectionView = Type.Object({
  id: Type.String(),
  plugin: Type.String(),
  name: Type.String(),
  settings: jsonObject,
  settingsVersion: Type.Integer(),
  secrets: Type.Record(Type.String(), secretView),
  allowedPrivateHosts: privateHosts,
  status: connectionStatus,
  statusReason: Type.Optional(Type.String()),
  version: Type.Integer({ description: 'Also the ETag.' }),
  webhookUrl: Type.String({ description: 'Where the vendor sends webhooks of this connection.' }),
  testedAt: Type.Optional(Type.String()),
  testResult: Type.Optional(testResult),
  locked: Type.Optional(Type.Object({ reason: Type.String(), keyId: Type.String(), secret: Type.String() })),
  createdBy: Type.String(),
  updatedBy: Type.String(),
  createdAt: Type.String(),
  updatedAt: Type.String(),
});

/** How a connection does, where many are shown; all reasons are at `/api/connections/{id}/health`. */
export const healthInShort = Type.Object({
  status: healthStatus,
  since: Type.Optional(Type.String({ description: 'Absent until it was looked at.' })),
  reason: Type.Optional(Type.String({ description: 'The first one.' })),
});

/** A connection in a list. */
export const connectionItem = Type.Object({ ...connectionView.properties, health: healthInShort });

export const testView = Type.Object({
  ...testResult.properties,
  account: Type.Optional(Type.Object({ id: Type.String(), label: Type.Optional(Type.String()) })),
  mode: Type.Optional(Type.String({ description: 'live, test or unknown' })),
  warnings: Type.Optional(Type.Array(Type.String())),
});

/** Exactly the members that may be seen. */
export function showConnection(connection: Connection, webhookUrl: string) {
  const { id, plugin, name, settings, settingsVersion, secrets, status, version, allowedPrivateHosts } = connection;
  const { statusReason, testedAt, testResult, locked, createdBy, updatedBy, createdAt, updatedAt } = connection;
  return {
    id,
    plugin,
    name,
    settings: { ...settings },
    settingsVersion,
    secrets,
    allowedPrivateHosts: [...allowedPrivateHosts],
    status,
    ...(statusReason === undefined ? {} : { statusReason }),
    version,
    webhookUrl,
    ...(testedAt === undefined ? {} : { testedAt }),
    ...(testResult === undefined ? {} : { testResult }),
    ...(locked === undefined ? {} : { locked }),
    createdBy,
    updatedBy,
    createdAt,
    updatedAt,
  };
}
