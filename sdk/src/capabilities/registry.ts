import type { Capability } from '../contract/capability.ts';
import { aiProvider } from './ai-provider.ts';
import { channel } from './channel.ts';
import { paymentGateway } from './payment-gateway.ts';

/**
 * The capabilities that types know of. A third party adds its own by declaration merging:
 *
 * @example
 * declare module '@fairlead/sdk' {
 *   interface CapabilityRegistry { 'fax-machine': typeof faxMachine }
 * }
 */
export interface CapabilityRegistry {
  /** Takes payments. */
  'payment-gateway': typeof paymentGateway;
  /** Reads messages, and sends them where the vendor allows it. */
  channel: typeof channel;
  /** Asks language models. */
  'ai-provider': typeof aiProvider;
}

/** The capabilities that this version of the SDK brings. */
export const builtInCapabilities: readonly Capability[] = [
  paymentGateway,
  channel,
  aiProvider,
] as unknown as readonly Capability[];
