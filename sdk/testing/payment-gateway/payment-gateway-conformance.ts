import { type Check, registerChecks } from '../conformance/check.ts';
import { boundaryChecks } from './boundary-checks.ts';
import { failureChecks } from './failure-checks.ts';
import { operationChecks } from './operation-checks.ts';
import { secrecyChecks } from './secrecy-checks.ts';
import type { PaymentGatewaySubject } from './stage.ts';
import { webhookChecks } from './webhook-checks.ts';

/** Every check of the capability `payment-gateway`, as plain functions. */
export function paymentGatewayChecks(subject: PaymentGatewaySubject): readonly Check[] {
  return [
    ...operationChecks(subject),
    ...failureChecks(subject),
    ...webhookChecks(subject),
    ...secrecyChecks(subject),
    ...boundaryChecks(subject),
  ];
}

/**
 * Registers the conformance suite of `payment-gateway` as tests of vitest.
 *
 * @example
 * paymentGatewayConformance({ name: 'gateway-acme', plugin, manifest, vendor: acmeVendor });
 */
export function paymentGatewayConformance({
  name,
  ...subject
}: PaymentGatewaySubject & { readonly name: string }): void {
  registerChecks(`${name} conforms to payment-gateway`, paymentGatewayChecks(subject));
}
