import { type Check, registerChecks } from '../conformance/check.ts';
import { boundaryChecks } from './boundary-checks.ts';
import { completionChecks } from './completion-checks.ts';
import { failureChecks } from './failure-checks.ts';
import type { AiProviderSubject } from './stage.ts';
import { streamChecks } from './stream-checks.ts';

/** Every check of the capability `ai-provider` for the operations that the manifest declares, as plain functions. */
export function aiProviderChecks(subject: AiProviderSubject): readonly Check[] {
  return [
    ...completionChecks(subject),
    ...streamChecks(subject),
    ...failureChecks(subject),
    ...boundaryChecks(subject),
  ];
}

/**
 * Registers the conformance suite of `ai-provider` as tests of vitest.
 *
 * @example
 * aiProviderConformance({ name: 'ai-acme', plugin, manifest, vendor: acmeVendor });
 */
export function aiProviderConformance({ name, ...subject }: AiProviderSubject & { readonly name: string }): void {
  registerChecks(`${name} conforms to ai-provider`, aiProviderChecks(subject));
}
