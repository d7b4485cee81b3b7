import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Clock, newId, timestamp } from '@fairlead/sdk';
import { HubError } from '../errors/index.ts';
import type { Page, Repository, Stored } from '../storage/index.ts';
import { checkOrigins } from './allowed-origins.ts';
import type { Embed, EmbedsIndex } from './embed.ts';

export interface NewEmbed {
  readonly connectionId: string;
  readonly name: string;
  readonly allowedOrigins: readonly string[];
  /** ISO 8601, UTC, in the future. */
  readonly expiresAt?: string | undefined;
  readonly createdBy: string;
}

/** Tokens that open the health of one connection, and nothing else. Who makes one has checked that the connection exists. */
export interface Embeds {
  /**
   * Not repeatable: each call makes another. The token is known once, here.
   * @throws HubError `invalid_request` for an expiry in the past, or what is no origin to trust
   */
  create(embed: NewEmbed): Promise<{ readonly stored: Stored<Embed>; readonly token: string }>;
  /** Of one connection, the revoked ones included, in order of creation. */
  list(
    connectionId: string,
    page: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<Page<Stored<Embed>>>;
  /** Revoked and expired ones too. */
  find(id: string): Promise<Embed | undefined>;
  /** At once and for good. Repeating it is harmless. @throws HubError `not_found` */
  revoke(id: string): Promise<void>;
  /** @throws HubError `unauthenticated` for a token that is not of this embed, or not any more */
  open(id: string, token: string | undefined): Promise<Embed>;
}

/** Not `fl_`: whoever sees one knows that it is no API key. */
const form = /^fle_[A-Za-z0-9_-]{43}$/;

export function createEmbeds(options: {
  readonly repository: Repository<Embed, EmbedsIndex>;
  readonly clock: Clock;
}): Embeds {
  const { repository, clock } = options;
  const isOver = ({ revokedAt, expiresAt }: Embed): boolean =>
    revokedAt !== undefined || (expiresAt !== undefined && Date.parse(expiresAt) <= clock.now());

  return {
    async create({ connectionId, name, allowedOrigins, expiresAt, createdBy }) {
      const origins = checkOrigins(allowedOrigins);
      const ends = expiresAt === undefined ? {} : { expiresAt: inTheFuture(expiresAt, clock) };
      const token = `fle_${randomBytes(32).toString('base64url')}`;
      const state = { connectionId, name, allowedOrigins: origins, tokenHash: hashOf(token), createdBy, ...ends };
      return { stored: await repository.commit({ id: newId(clock.now()), state }, 0), token };
    },
    list: (connectionId, page) => repository.list({ where: { connectionId }, ...page }),
    find: async (id) => (await repository.get(id))?.state,
    async revoke(id) {
      const revokedAt = timestamp(clock);
      const stored = await repository.update(id, (state) =>
        state.revokedAt === undefined ? { state: { ...state, revokedAt } } : undefined,
      );
      if (stored === undefined) throw new HubError('not_found', { detail: 'There is no embed of this id.' });
    },
    async open(id, token) {
      const embed = token !== undefined && form.test(token) ? (await repository.get(id))?.state : undefined;
      if (token !== undefined && embed !== undefined && isTokenOf(embed, token) && !isOver(embed)) return embed;
      throw notOpened();
    },
  };
}

/** The same whatever is wrong: it tells nobody which embeds there are. */
export function notOpened(): HubError {
  return new HubError('unauthenticated', {
    detail: 'This is not the token of this embed, or it was revoked, or it has expired.',
  });
}

function inTheFuture(moment: string, clock: Clock): string {
  const ms = Date.parse(moment);
  if (ms > clock.now()) return new Date(ms).toISOString();
  throw new HubError('invalid_request', {
    detail: 'The expiry does not lie in the future.',
    errors: [{ path: '/body/expiresAt', message: 'must lie in the future' }],
  });
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function isTokenOf({ tokenHash }: Embed, token: string): boolean {
  return timingSafeEqual(Buffer.from(tokenHash, 'hex'), Buffer.from(hashOf(token), 'hex'));
}
