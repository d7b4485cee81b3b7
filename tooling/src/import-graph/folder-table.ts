/**
 * Who may import whom. This table is the rule; `check-*.ts` only apply it. A new folder of core starts here: an unknown
 * one is an error. Adding an arrow that closes a circle fails the table's own test.
 */

/** For each folder of `core/src`, in the order of one outgoing call: the folders whose `index.ts` it may import. */
export const coreFolders: Readonly<Record<string, readonly string[]>> = {
  http: list(
    'access flow-api embeds inbox webhooks guard connections vault plugins health incidents realtime events jobs resilience storage errors',
  ),
  access: list('vault events jobs storage errors'),
  'flow-api': list('inbox guard connections plugins health incidents realtime events jobs storage errors'),
  embeds: list('storage errors'),
  inbox: list('guard connections vault health incidents events jobs storage errors'),
  guard: list('connections vault plugins health incidents events jobs resilience storage errors'),
  connections: list('vault plugins health incidents events jobs storage errors'),
  vault: list('events jobs storage errors'),
  plugins: list('health incidents events jobs storage errors'),
  health: list('incidents events jobs storage errors'),
  webhooks: list('vault incidents events jobs storage errors'),
  incidents: list('events jobs storage errors'),
  realtime: list('events storage errors'),
  events: list('jobs storage errors'),
  jobs: list('storage errors'),
  resilience: list('errors'),
  storage: list('errors'),
  errors: [],
};

/**
 * Only `guard` calls plugin code. Other folders may list and switch plugins, but what `core/src/plugins/index.ts` takes
 * from its `host/`, where plugin code runs, may be imported by these folders alone.
 */
export const pluginHost = {
  index: 'core/src/plugins/index.ts',
  host: 'core/src/plugins/host/',
  importers: ['guard', 'plugins'] as readonly string[],
} as const;

/** Libraries that hold a socket open, and the only folder of the hub's own code (plugins have vendors' needs) with them. */
export const socketLibraries = {
  names: ['ws', '@fastify/websocket', 'socket.io', 'uWebSockets.js', 'faye-websocket'] as readonly string[],
  folder: 'core/src/realtime/',
} as const;

/** For each kind of package: the specifiers of this repository's packages it may import. */
export const packageKinds: Readonly<
  Record<string, { readonly folder: RegExp; readonly mayImport: readonly RegExp[] }>
> = {
  sdk: { folder: /^sdk$/, mayImport: [] },
  core: { folder: /^core$/, mayImport: [/^@fairlead\/sdk(\/host(\/child)?|\/package\.json)?$/] },
  flow: {
    folder: /^flows\/[^/]+$/,
    mayImport: [/^@fairlead\/sdk$/, /^@fairlead\/core\/flow-api$/, /^@fairlead\/flow-[a-z-]+\/contract$/],
  },
  plugin: { folder: /^plugins\/[^/]+$/, mayImport: [/^@fairlead\/sdk(\/channel)?$/] },
  hub: {
    folder: /^hub$/,
    mayImport: [
      /^@fairlead\/(sdk|core)$/,
      /^@fairlead\/core\/flow-api$/,
      /^@fairlead\/flow-[a-z-]+(\/contract)?$/,
      /^@fairlead\/dashboard\/package.json$/,
    ],
  },
  // What `create-plugin` copies: plugins in all but their place.
  template: { folder: /^hub\/templates\/[^/]+$/, mayImport: [/^@fairlead\/sdk(\/channel)?$/] },
  // Both run outside the hub, and know its API alone.
  client: { folder: /^client$/, mayImport: [] },
  dashboard: { folder: /^dashboard$/, mayImport: [/^@fairlead\/client$/] },
  bench: { folder: /^bench$/, mayImport: [/^@fairlead\//] },
  example: { folder: /^examples\/[^/]+$/, mayImport: [/^@fairlead\/sdk$/] },
  tooling: { folder: /^tooling$/, mayImport: [/^@fairlead\/sdk$/] },
  root: { folder: /^$/, mayImport: [] },
};

/** Kinds of packages that ship with what they import inside: their installer gets no dependency. */
export const bundledKinds: readonly string[] = ['dashboard'];

/** What tests may import besides. The test kit stays out of what ships; the hub's tests put the whole together. */
export const testsMayImport: Readonly<Record<string, readonly RegExp[]>> = {
  core: [/^@fairlead\/sdk\/testing$/],
  flow: [/^@fairlead\/sdk\/testing$/, /^@fairlead\/core(\/flow-api\/testing)?$/],
  plugin: [/^@fairlead\/sdk\/testing$/],
  template: [/^@fairlead\/sdk\/testing$/],
  example: [/^@fairlead\/sdk\/testing$/],
  hub: [/^@fairlead\//],
};

/** The environment is read here and nowhere else (tests excepted). */
export const environmentReaders = [
  'hub/',
  'tooling/',
  'bench/',
  'examples/',
  'vitest.config.ts',
  'dashboard/vite.config.ts',
] as const;

/** `import(expression)` hides what it imports from this check, so it is for the loader of plugins (and tests) alone. */
export const computedImporters = ['core/src/plugins/', 'sdk/src/host/process/', 'tooling/', 'bench/'] as const;

/**
 * Declared for another reason than an import: the hub ships the plugins it discovers, and what a template declares is for
 * whoever makes a plugin of it.
 */
export const declaredWithoutImport: Readonly<Record<string, readonly RegExp[]>> = {
  hub: [/^@fairlead\/(ai|analytics|broker|channel|gateway|kyc|mail|marketing|media|reviews|support|wallet)-/],
  // A vendor's document, read as data: as an import, its type alone would take the compiler seconds.
  plugin: [/^@opensdks\/sdk-stripe$/],
  template: [/^(ajv|fast-check|typescript)$/],
  // What libraries of theirs ask for beside them.
  client: [/^typescript$/],
  dashboard: [/^@mantine\/dates$/, /^@rjsf\/core$/],
};

function list(names: string): readonly string[] {
  return names.split(' ');
}
