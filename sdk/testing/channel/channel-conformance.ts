import { type Check, registerChecks } from '../conformance/check.ts';
import { boundaryChecks } from './boundary-checks.ts';
import { failureChecks } from './failure-checks.ts';
import { fetchChecks } from './fetch-checks.ts';
import { sendChecks } from './send-checks.ts';
import type { ChannelSubject } from './stage.ts';
import { webhookChecks } from './webhook-checks.ts';

/**
 * Every check of the capability `channel` for the operations that the manifest declares, as plain functions.
 * Not checked here: `listen`, for which no plugin exists yet.
 */
export function channelChecks(subject: ChannelSubject): readonly Check[] {
  return [
    ...fetchChecks(subject),
    ...sendChecks(subject),
    ...webhookChecks(subject),
    ...failureChecks(subject),
    ...boundaryChecks(subject),
  ];
}

/**
 * Registers the conformance suite of `channel` as tests of vitest.
 *
 * @example
 * channelConformance({ name: 'channel-acme', plugin, manifest, vendor: acmeVendor });
 */
export function channelConformance({ name, ...subject }: ChannelSubject & { readonly name: string }): void {
  registerChecks(`${name} conforms to channel`, channelChecks(subject));
}
