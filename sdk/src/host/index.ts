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
export { openedSecrets } from './process/opened-secrets.ts';
export { type Channel, type ChannelEvents, createChannel } from './process/channel.ts';
export { createFrameReader, createFrameWriter, FrameError, longestFrame } from './process/frames.ts';
export * from './process/messages.ts';
export { compilePipeForm, type PipeForm } from '../wire/pipe-form.ts';
