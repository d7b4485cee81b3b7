export { builtInCapabilities, type CapabilityRegistry } from './registry.ts';
export {
  aiProvider,
  type Completion,
  completion,
  type CompletionPart,
  completionPart,
  type CompletionRequest,
  completionRequest,
  type CompletionUsage,
  completionUsage,
} from './ai-provider.ts';
export { channel } from './channel.ts';
export { type ChannelMessage, channelMessage } from './channel-message.ts';
export { type CredentialTest, credentialTest } from './credential-test.ts';
export { type PaymentEvent, type PaymentFact, paymentEvent, paymentFact } from './payment-evidence.ts';
export { type CheckoutAnswer, type CheckoutRequest, paymentGateway } from './payment-gateway.ts';
