import { type Static, Type } from 'typebox';
import { closedObject, namedRecord, record, text } from '../wire/types.ts';

/** What a plugin says of one operation that it implements. */
const operationSupport = closedObject({
  /** Milliseconds for which the vendor recognises an idempotency key. Absent: for ever. */
  keyLifetimeMs: Type.Optional(Type.Integer({ minimum: 1 })),
  /** Only to weaken the contract: `none` where the vendor can neither recognise nor be asked about a repeat. */
  dedupe: Type.Optional(Type.Enum(['lookup', 'none'])),
  /** Instead of the contract's timeout, where the vendor is known to be slower. */
  timeoutMs: Type.Optional(Type.Integer({ minimum: 1, maximum: 300_000 })),
});

const capabilitySupport = closedObject({
  version: Type.Integer({ minimum: 1 }),
  /** Each operation that is implemented. One that is not named here is never called. */
  operations: namedRecord('^[a-z][A-Za-z0-9]{0,63}$', operationSupport),
});

/** The form of a plugin's id, which is its folder's name: `<kind>-<vendor>`. */
export const pluginIdPattern = '^[a-z][a-z0-9]*(-[a-z0-9]+)+$';

/**
 * The `fairlead` member of a plugin's package.json. It is read and checked before any of the plugin's code is loaded.
 */
export const manifestSchema = closedObject({
  id: Type.String({ pattern: pluginIdPattern, maxLength: 64 }),
  displayName: text(80),
  description: text(500),
  /** Path of an SVG or PNG inside the package. */
  icon: Type.Optional(Type.String({ pattern: '^\\./[^\\s]+\\.(svg|png)$' })),
  /** The vendor's or author's documentation. */
  docs: Type.Optional(Type.String({ pattern: '^https?://[^\\s]+$' })),
  /** Range of `@fairlead/sdk` versions it works with, as npm writes them. */
  sdk: text(100),
  capabilities: namedRecord('^[a-z][a-z0-9-]{0,63}$', capabilitySupport, { minProperties: 1 }),
  /** Path of the generated JSON schema inside the package. */
  settings: Type.String({ pattern: '^\\./[^\\s]+\\.json$' }),
  /** Raised when stored settings have to be migrated. */
  settingsVersion: Type.Integer({ minimum: 1 }),
  /** Present when the plugin receives webhooks. */
  webhooks: Type.Optional(
    closedObject({
      /** How requests are signed, for the catalogue and the docs. */
      scheme: text(64),
      /** What the vendor's event id is made of, for the docs. */
      eventId: text(200),
    }),
  ),
  /**
   * Hosts it may reach: `api.example.com`, `*.example.com`, `*` (any public address), `loopback` (127.0.0.1 and ::1),
   * or `{settings.name}` for the host of the address in that setting.
   */
  egress: Type.Array(
    Type.String({ pattern: '^(\\*|loopback|\\{settings\\.[A-Za-z0-9]+\\}|(\\*\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)+)$' }),
    {
      maxItems: 64,
    },
  ),
  /** Where it asks to run. Only packages of the release's own list run inline, whatever is asked. */
  host: closedObject({
    prefers: Type.Enum(['inline', 'process']),
    memoryLimitMb: Type.Optional(Type.Integer({ minimum: 32, maximum: 4_096 })),
  }),
  /**
   * What it needs beyond answering calls: each is refused to its process unless it is asked for here and an admin agrees.
   * It may always read its package and write in a folder of its own.
   */
  permissions: Type.Optional(
    closedObject({
      /** To start programs. They are outside of everything that is watched and limited here. */
      childProcesses: Type.Optional(Type.Literal(true)),
      /** To load compiled add-ons, which Node cannot hold to any of these rules. */
      nativeAddons: Type.Optional(Type.Literal(true)),
      /** To start worker threads. */
      workers: Type.Optional(Type.Literal(true)),
    }),
  ),
  health: Type.Optional(
    closedObject({
      /** Milliseconds between probes of a connection without traffic. Default 300,000. */
      probeIntervalMs: Type.Integer({ minimum: 10_000, maximum: 86_400_000 }),
    }),
  ),
  /** What an admin has to know before upgrading to a version, by version. */
  breakingChanges: Type.Optional(record(text(1_000))),
});
/** What the `fairlead` member of a package.json says of a plugin; `docs/reference/manifest.md` has each member. */
export type Manifest = Static<typeof manifestSchema>;
