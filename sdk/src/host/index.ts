export {
  checkCapabilities,
  checkPlugin,
  type ServedConnection,
  type ServeOptions,
  servePlugin,
} from './serve-plugin.ts';
export { type MovedSettings, moveSettings, type SettingsMove } from './move-settings.ts';
export { type AddressClass, addressClass } from './address-class.ts';
export { createEgressPolicy, type EgressPolicy, type EgressRules } from './egress-policy.ts';
export { createHttpClient, type HostHttpClient, type HttpClientOptions } from './http-client.ts';
export type { Resolve } from './http-client-connect.ts';
