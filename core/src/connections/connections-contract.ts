import type { Page } from '../storage/index.ts';
import type { ConnectionStatus, TestResult } from './connection.ts';
import type { Connection } from './connection-view.ts';
import type { SecretChanges } from './secret-changes.ts';

export interface NewConnection {
  readonly plugin: string;
  /** 1 to 100 characters. */
  readonly name: string;
  readonly settings?: unknown;
  readonly secrets?: SecretChanges | undefined;
  /**
   * Host names and addresses of the own network that its plugin may reach, besides what is public. Default none: an
   * address in a setting could otherwise be used to look around behind the firewall. At most 16.
   */
  readonly allowedPrivateHosts?: readonly string[] | undefined;
  readonly createdBy: string;
  /** The same key with the same request makes one connection; secrets are not compared. */
  readonly idempotencyKey?: string | undefined;
}

export interface ChangeOptions {
  /** Who does it, for the record. */
  readonly by: string;
  /** The `version` that was seen. Absent: whatever it is now. */
  readonly expectedVersion?: number | undefined;
}

export interface ConnectionPatch {
  readonly name?: string | undefined;
  /** A merge patch (RFC 7396): an absent member keeps, null deletes. */
  readonly settings?: unknown;
  readonly secrets?: SecretChanges | undefined;
  /** The whole list, in place of the one before. */
  readonly allowedPrivateHosts?: readonly string[] | undefined;
}

export interface ConnectionFilter {
  readonly plugin?: string | undefined;
  readonly capability?: string | undefined;
  readonly status?: ConnectionStatus | undefined;
  /** 1 to 1,000. */
  readonly limit: number;
  readonly cursor?: string | null | undefined;
}

/** What changed, for whoever keeps something made from a connection. */
export interface ConnectionChange {
  readonly id: string;
  readonly kind: 'created' | 'settings' | 'secrets' | 'status' | 'removed';
}

/**
 * Configured, credentialed instances of plugins. Events: `connection.created`, `.updated` (names of what changed),
 * `.paused`, `.resumed`, `.removed`, `.secrets_changed` (names). All methods that change reject with HubError `not_found`,
 * `invalid_request` (every fault by path), `version_conflict`, and `plugin_unavailable` where settings cannot be checked;
 * those that seal, with VaultError `key_missing` and `key_wrong`.
 */
export interface Connections {
  /** @throws HubError `idempotency_key_reused` */
  create(connection: NewConnection): Promise<Connection>;
  /** @throws HubError `not_found` */
  get(id: string): Promise<Connection>;
  /** In order of creation. */
  list(filter: ConnectionFilter): Promise<Page<Connection>>;
  /** One commit, or nothing. A patch that changes nothing raises no version. */
  patch(id: string, patch: ConnectionPatch, options: ChangeOptions): Promise<Connection>;
  putSecrets(id: string, secrets: SecretChanges, options: ChangeOptions): Promise<Connection>;
  /** Repeating it is harmless, as with the next two. */
  pause(id: string, options: ChangeOptions & { readonly reason?: string }): Promise<Connection>;
  disable(id: string, options: ChangeOptions & { readonly reason: string }): Promise<Connection>;
  resume(id: string, options: ChangeOptions): Promise<Connection>;
  /** Keeps the outcome of a credential test. The version stays. */
  recordTest(id: string, result: TestResult): Promise<Connection>;
  /** Leaves a tombstone without settings, secrets and what the plugin stored. */
  remove(id: string, options: ChangeOptions): Promise<void>;
  /** Finishes removals that a kill cut short. Call it at start; repeating it is harmless. */
  recover(): Promise<void>;
  /** Called after each commit, in this process. It must not throw. @returns a function that ends it */
  onChange(listener: (change: ConnectionChange) => void): () => void;
}
