import { Type } from 'typebox';
import { declareEvent } from '../event-declaration.ts';
import { text } from './example-values.ts';

const subject = 'the id of the plugin';
const plugin = { pluginId: text, version: text } as const;
const example = { pluginId: 'gateway-stripe', version: '1.4.0' };
const fault = { code: text, message: text } as const;
const exampleFault = { code: 'exited', message: 'The process ended with code 1.' };
const installed = {
  ...plugin,
  packageName: text,
  integrity: Type.Union([text, Type.Null()], {
    description: 'As in package-lock.json: the hash of the tarball. Null for a folder that is linked.',
  }),
  signedBy: Type.Union([text, Type.Null()], { description: 'The key that signed it; null when nobody did.' }),
  by: text,
} as const;
const exampleInstalled = {
  ...example,
  packageName: '@example/fairlead-gateway',
  integrity: 'sha512-hkT0Xp…',
  signedBy: null,
  by: 'ada@example.com',
};
const move = {
  pluginId: text,
  from: text,
  to: text,
  kind: Type.Enum(['upgrade', 'rollback', 'automatic'], { description: '`automatic`: by the hub itself.' }),
} as const;
const moved = Type.Object({ ...move, by: text, reason: Type.Optional(Type.Object(fault)) });
const exampleMove = { pluginId: 'gateway-stripe', from: '1.4.0', to: '1.5.0', kind: 'upgrade' } as const;

export const pluginEvents = {
  'plugin.installed': declareEvent({
    summary: 'A version of a plugin was put into the hub’s own folder. It does not run by that.',
    subject,
    data: Type.Object(installed),
    example: exampleInstalled,
  }),
  'plugin.removed': declareEvent({
    summary: 'A version of a plugin was removed from the hub’s own folder.',
    subject,
    data: Type.Object(installed),
    example: exampleInstalled,
  }),
  'plugin.enabled': declareEvent({
    summary: 'A plugin was enabled; its connections can be used once it has started.',
    subject,
    data: Type.Object({ ...plugin, packageName: text, by: text }),
    example: { ...example, packageName: '@fairlead/gateway-stripe', by: 'ada@example.com' },
  }),
  'plugin.disabled': declareEvent({
    summary: 'A plugin was disabled: it does not run any more.',
    subject,
    data: Type.Object({ pluginId: text, by: text }),
    example: { pluginId: 'gateway-stripe', by: 'ada@example.com' },
  }),
  'plugin.started': declareEvent({
    summary: 'A plugin runs.',
    subject,
    data: Type.Object({ ...plugin, host: Type.Enum(['inline', 'process']) }),
    example: { ...example, host: 'process' },
  }),
  'plugin.failed': declareEvent({
    summary: 'A plugin did not start, or its process ended; it is started again after a pause.',
    subject,
    data: Type.Object({ ...plugin, ...fault, attempt: Type.Integer() }),
    example: { ...example, ...exampleFault, attempt: 2 },
  }),
  'plugin.quarantined': declareEvent({
    summary: 'A plugin failed too often and is not started again until a person enables it.',
    subject,
    data: Type.Object({ ...plugin, ...fault }),
    example: { ...example, ...exampleFault },
  }),
  'plugin.recycled': declareEvent({
    summary: 'A plugin’s process was replaced by a fresh one of the same version.',
    subject,
    data: Type.Object({ ...plugin, reason: text }),
    example: { ...example, reason: 'Its memory grows steadily.' },
  }),
  'plugin.upgrade-started': declareEvent({
    summary: 'A plugin is on its way to another version; the one before answers until that is ready.',
    subject,
    data: Type.Object({ ...move, by: text }),
    example: { ...exampleMove, by: 'ada@example.com' },
  }),
  'plugin.upgrade-failed': declareEvent({
    summary: 'A plugin stays at the version it has: the other one was not taken.',
    subject,
    data: Type.Object({
      ...move,
      step: Type.String({ description: 'How far it had come.' }),
      ...fault,
    }),
    example: { ...exampleMove, step: 'migrating', code: 'settings_migration', message: 'The settings do not fit.' },
  }),
  'plugin.upgraded': declareEvent({
    summary: 'Another version of a plugin runs in the place of the one before, which is kept warm for a while.',
    subject,
    data: moved,
    example: { ...exampleMove, by: 'ada@example.com' },
  }),
  'plugin.rolled-back': declareEvent({
    summary: 'The version before runs again: because a person wished so, or because the newer one failed.',
    subject,
    data: moved,
    example: { pluginId: 'gateway-stripe', from: '1.5.0', to: '1.4.0', by: 'ada@example.com', kind: 'rollback' },
  }),
} as const;
