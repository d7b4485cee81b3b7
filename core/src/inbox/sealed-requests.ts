import { Secret } from '@fairlead/sdk';
import { isHubError } from '../errors/index.ts';
import type { InboxRequest, InboxStore, JsonObject, SealedRequest } from '../storage/index.ts';
import type { Envelope, EnvelopeHolder, HeldEnvelope, VaultHandle } from '../vault/index.ts';

/** Requests that wait for verification, sealed: nobody vouches for them, and their headers may hold credentials. */
export interface SealedRequests {
  /** Undefined where no master key is at hand to seal with. */
  seal(id: string, request: InboxRequest): JsonObject | undefined;
  /** @throws VaultError `key_missing`, `key_wrong`, `envelope_damaged` */
  open(sealed: SealedRequest): InboxRequest;
}

/** @param vault `vault.for('webhook')` */
export function createSealedRequests(vault: VaultHandle): SealedRequests {
  return {
    seal(id, { body, ...rest }) {
      const text = JSON.stringify({ ...rest, body: Buffer.from(body).toString('base64') });
      try {
        return { ...vault.seal(placeOf(id), new Secret(text)) };
      } catch (error) {
        if (isHubError(error, 'key_missing', 'key_wrong')) return undefined;
        throw error;
      }
    },
    open({ id, sealed }) {
      const text = vault.open(placeOf(id), envelopeOf(sealed)).reveal();
      const { body, ...rest } = JSON.parse(text) as Omit<InboxRequest, 'body'> & { readonly body: string };
      return { ...rest, body: new Uint8Array(Buffer.from(body, 'base64')) };
    },
  };
}

/** For the rotation of master keys. */
export function sealedRequestHolder(store: InboxStore): EnvelopeHolder {
  return {
    name: 'inbox',
    async *scan() {
      for (let after = 0; ; ) {
        const page = await store.sealedRequests(after, pageSize);
        for (const request of page) yield { id: request.id, version: 1, envelopes: [held(request)] };
        after = page.at(-1)?.place ?? after;
        if (page.length < pageSize) return;
      }
    },
    async rewrap({ id }, change) {
      const request = await store.sealedRequest(id);
      if (request === undefined) return 'gone';
      return (await store.reseal(request, { ...change(held(request)) })) ? 'done' : 'changed';
    },
  };
}

const pageSize = 50;

const placeOf = (recordId: string) => ({ recordId, field: 'request', version: 1 });

function held({ id, sealed }: SealedRequest): HeldEnvelope {
  return { place: { ...placeOf(id), purpose: 'webhook' }, envelope: envelopeOf(sealed) };
}

function envelopeOf(sealed: JsonObject): Envelope {
  // Stored by `seal` and read by nobody else; opening it finds out whether it is one.
  return sealed as unknown as Envelope;
}
