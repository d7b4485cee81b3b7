/** What an account of the books is, without its connection: “customers”, “what the gateway holds”. */
export function accountText(account: string): string {
  const [kind = account] = account.split(':', 1);
  return words[kind] ?? account;
}

/** The connection that an account belongs to. */
export function connectionOf(account: string): string | undefined {
  const at = account.indexOf(':');
  return at < 0 ? undefined : account.slice(at + 1);
}

const words: { readonly [kind: string]: string } = {
  customer: 'customers',
  clearing: 'what the gateway holds',
  fees: 'fees of the gateway',
  charges: 'charges that customers paid',
  payouts: 'what was paid out',
};
