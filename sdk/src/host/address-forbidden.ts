import { FairleadError } from '../errors/index.ts';

/** Does not tell what the name resolved to: that would let a plugin map the inner network. */
export function addressForbidden(host: string): FairleadError<'address_forbidden'> {
  return new FairleadError('address_forbidden', {
    message: `“${host}” is not an address that this plugin may reach, or leads to one that is private.`,
    details: { host },
  });
}
