import type { CapabilityRegistry } from '../capabilities/registry.ts';
import type { InputOf, OperationDeclaration, OutputOf } from '../contract/operation.ts';
import type { Call, PluginContext } from './context.ts';
import type { SettingsOf, SettingsSchema } from './settings.ts';

/** An item of a subscription with the place after it, from which `listen` and the like can go on. */
export interface SubscriptionItem<Item> {
  /** What happened. */
  readonly item: Item;
  /** At most 1 KiB. */
  readonly resume: string;
}

/** How a plugin implements one operation. */
export type Handler<Op extends OperationDeclaration> = (
  input: InputOf<Op>,
  call: Call,
) => Op['kind'] extends 'unary'
  ? Promise<OutputOf<Op>> | OutputOf<Op>
  : Op['kind'] extends 'stream'
    ? AsyncIterable<OutputOf<Op>>
    : AsyncIterable<SubscriptionItem<OutputOf<Op>>>;

type Operations<Id extends keyof CapabilityRegistry> = CapabilityRegistry[Id]['operations'];
type RequiredNames<Ops> = {
  [Name in keyof Ops]: Ops[Name] extends { readonly required: true } ? Name : never;
}[keyof Ops];

/** The members that implement a capability: those required, and any of the others. */
export type Implementation<Id extends keyof CapabilityRegistry> = {
  readonly [Name in RequiredNames<Operations<Id>>]: Handler<Extract<Operations<Id>[Name], OperationDeclaration>>;
} & {
  readonly [Name in Exclude<keyof Operations<Id>, RequiredNames<Operations<Id>>>]?: Handler<
    Extract<Operations<Id>[Name], OperationDeclaration>
  >;
} & { /** Called once when the connection stops. */ readonly dispose?: () => void | Promise<void> };

/** For each capability a function that makes its implementation for one connection. It must not wait or call out. */
export type Capabilities<Settings> = {
  readonly [Id in keyof CapabilityRegistry]?: (context: PluginContext<Settings>) => Implementation<Id>;
};

/** Settings as stored, without secrets: JSON. */
export type StoredSettings = { readonly [name: string]: unknown };

/**
 * The step between one `settingsVersion` and the next. Both ways are pure functions of their argument: they are tried on
 * a copy, and may be called more than once. What they throw stops the upgrade (or the way back), and changes nothing.
 */
export interface SettingsMigration {
  /** From the version before: takes its settings, answers those of this one. */
  up(settings: StoredSettings): StoredSettings;
  /** Back again, for a rollback: takes the settings of this version, answers those of the one before. */
  down(settings: StoredSettings): StoredSettings;
  /** Secrets that change their name, old to new. Their text is never shown to a migration. */
  readonly renamedSecrets?: { readonly [before: string]: string };
}

const brand: unique symbol = Symbol.for('fairlead.plugin') as never;

/** What a plugin's entry module exports by default. */
export interface Plugin {
  /** How another copy of the SDK recognises it. */
  readonly [brand]: true;
  /** The manifest’s id. */
  readonly id: string;
  /** The schema of a connection’s settings, as `defineSettings` made it. */
  readonly settings: SettingsSchema;
  /** By capability. `never`, because the host, their only caller, has checked the settings against the schema. */
  readonly capabilities: Capabilities<never>;
  /** By the `settingsVersion` that each leads to: 2 for the step from 1 to 2. */
  readonly migrations?: { readonly [settingsVersion: number]: SettingsMigration };
}

/**
 * Declares a plugin. Curried, so that the settings' type is known before the capabilities are checked.
 *
 * @example
 * export default definePlugin({ id: 'gateway-acme', settings })({
 *   capabilities: { 'payment-gateway': (context) => ({ createCheckout: async (input, call) => … }) },
 * });
 */
export function definePlugin<const Schema extends SettingsSchema>(head: {
  readonly id: string;
  readonly settings: Schema;
}) {
  return (body: {
    readonly capabilities: Capabilities<SettingsOf<Schema>>;
    readonly migrations?: { readonly [settingsVersion: number]: SettingsMigration };
  }): Plugin =>
    Object.freeze({
      [brand]: true as const,
      ...head,
      capabilities: body.capabilities as Capabilities<never>,
      ...(body.migrations === undefined ? {} : { migrations: body.migrations }),
    });
}

/** True for a plugin made by any loaded copy of the SDK. */
export function isPlugin(value: unknown): value is Plugin {
  return typeof value === 'object' && value !== null && (value as { [brand]?: unknown })[brand] === true;
}
