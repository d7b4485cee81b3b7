export { checkSettingsFile } from './check-settings-file.ts';
export { type Counterparty, startCounterparty } from './counterparty.ts';
export type { Answering, Fault, RecordedRequest, Reply, RequestMatch } from './counterparty-script.ts';
export { failureOf } from './failure-of.ts';
export { FakeClock, fakeClockStartMs } from './fake-clock.ts';
export type { LogEntry, MemoryState } from './memory-context.ts';
export { readManifest } from './read-manifest.ts';
export {
  type CallOptions,
  type ConnectionRequest,
  type OpenedItem,
  type ServeConnection,
  type StartedPlugin,
  type StartOptions,
  startPlugin,
} from './start-plugin.ts';
export { type Check, type Failure, registerChecks, runChecks } from './conformance/check.ts';
export { paymentGatewayChecks, paymentGatewayConformance } from './payment-gateway/payment-gateway-conformance.ts';
export type { PaymentGatewaySubject } from './payment-gateway/stage.ts';
export type {
  CaseValues,
  KeyedVendorOperation,
  PaymentGatewayVendor,
  Signer,
  Signing,
  Situation,
  VendorFailures,
  VendorOperation,
  VendorRefs,
  VendorWebhooks,
} from './payment-gateway/vendor.ts';
export { channelChecks, channelConformance } from './channel/channel-conformance.ts';
export type { ChannelSubject } from './channel/stage.ts';
export type {
  ChannelFailures,
  ChannelSending,
  ChannelSigning,
  ChannelVendor,
  ChannelVendorOperation,
  ChannelVendorState,
  ChannelWebhooks,
  VendorMessage,
} from './channel/vendor.ts';
export { aiProviderChecks, aiProviderConformance } from './ai-provider/ai-provider-conformance.ts';
export type { AiProviderSubject } from './ai-provider/stage.ts';
export type {
  AiProviderFailures,
  AiProviderStreaming,
  AiProviderVendor,
  AiVendorOperation,
  VendorAsked,
  VendorCompletion,
} from './ai-provider/vendor.ts';
