/** What a purpose is for. */
export interface PurposeEntry {
  /** The one folder of core that opens it. Its handle can be taken once, so nobody else gets one. */
  readonly reader: string;
  /** Whether opened values are registered with the redactor. Not for what is large, or is data and not a credential. */
  readonly redacted: boolean;
}

/** Everything that the vault may be used for. The purpose is bound into each envelope: one never opens as another. */
export const vaultPurposes = {
  /** Credentials an admin enters for a connection. */
  connection: { reader: 'guard', redacted: true },
  /** Secrets a vendor gives to a plugin: OAuth tokens, wallet keys. */
  'plugin-secret': { reader: 'guard', redacted: true },
  /** Seeds of one-time passwords. */
  totp: { reader: 'access', redacted: true },
  /** Keys that sign access tokens. */
  token: { reader: 'access', redacted: true },
  /** Keys that sign outgoing webhooks. */
  signing: { reader: 'webhooks', redacted: true },
  /** Incoming webhooks kept until they can be verified. */
  webhook: { reader: 'inbox', redacted: false },
  /** Documents and the like. */
  blob: { reader: 'storage', redacted: false },
} as const satisfies Readonly<Record<string, PurposeEntry>>;

export type VaultPurpose = keyof typeof vaultPurposes;
