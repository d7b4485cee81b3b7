import { type Capability, type CredentialTest, isFairleadError, type Operation } from '@fairlead/sdk';
import { HubError } from '../../errors/index.ts';
import { findOperation } from '../call-operation.ts';

/** What a vendor said of credentials. */
export type VendorsAnswer =
  | {
      readonly outcome: 'ok';
      readonly account: CredentialTest['account'];
      readonly mode: CredentialTest['mode'];
      readonly warnings?: readonly string[];
      readonly code?: never;
      readonly message?: never;
    }
  | { readonly outcome: 'failed'; readonly code: string; readonly message: string };

/** The operation that tests the credentials of a plugin: the probe of the first capability that it declares. */
export function credentialTest(capabilities: readonly Capability[], declared: readonly string[]): Operation {
  const capability = capabilities.find(({ id }) => declared.includes(id));
  const probe = capability === undefined ? undefined : findOperation([capability], declared, capability.probe);
  if (probe !== undefined) return probe;
  throw new HubError('plugin_unavailable', { detail: 'The plugin has no operation that tests credentials.' });
}

/** Asks, and takes a refusal as the answer that it is. @throws what says that the credentials could not be tried */
export async function vendorsAnswer(ask: () => Promise<unknown>): Promise<VendorsAnswer> {
  try {
    const { account, mode, warnings } = (await ask()) as CredentialTest;
    return { outcome: 'ok', account, mode, ...(warnings === undefined ? {} : { warnings }) };
  } catch (error) {
    if (!isVendorsAnswer(error)) throw error;
    return { outcome: 'failed', code: error.code, message: error.message };
  }
}

/** What says something of the credentials; the rest says that they could not be tried. */
function isVendorsAnswer(error: unknown): error is Error & { readonly code: string } {
  if (!isFairleadError(error, 'auth', 'config', 'rejected', 'unavailable', 'rate_limited', 'plugin_bug')) return false;
  return !['connection_inactive', 'plugin_not_running', 'lane_forced_open', 'credentials_locked'].includes(error.code);
}
