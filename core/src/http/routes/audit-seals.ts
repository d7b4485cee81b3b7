import { Readable } from 'node:stream';
import { Type } from 'typebox';
import type { Audit, AuditSeal } from '../../access/index.ts';
import { defineRoute, listQuery, mapPage, pageOf, pageOptions, type Route, reply } from '../../flow-api/index.ts';
import { closed, idParams } from './schemas.ts';

const seal = Type.Object({
  number: Type.Integer(),
  hash: Type.String({ description: 'SHA-256, hexadecimal.' }),
  previous: Type.String({ description: 'Hash of the seal before; empty for the first.' }),
  sealedAt: Type.String(),
  from: Type.String({ description: 'Place of its first row: a moment and a count.' }),
  to: Type.String({ description: 'Every row up to this place is in this seal or one before it.' }),
  rows: Type.Integer(),
});

const wholeSeal = Type.Object({
  ...seal.properties,
  entries: Type.Array(Type.String(), { description: 'Id and digest of each row.' }),
});

const expected = Type.Object(
  { number: Type.Integer({ minimum: 1, maximum: 999_999_999_999 }), hash: Type.String({ pattern: '^[0-9a-f]{64}$' }) },
  closed,
);

/** What proves that the audit log is what it was. */
export function auditSealRoutes({ audit }: { readonly audit: Pick<Audit, 'seals'> }): readonly Route[] {
  const { seals } = audit;
  return [
    defineRoute({
      method: 'GET',
      path: '/api/audit/seals',
      permission: 'audit.read',
      summary: 'Seals of the audit log, newest first.',
      query: listQuery(),
      responses: { 200: pageOf(seal) },
      handler: async ({ query }) => mapPage(await seals.list(pageOptions(query)), ({ state }) => shown(state)),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/audit/seals/{id}',
      permission: 'audit.read',
      summary: 'One seal by its number, with the id and the digest of each of its rows.',
      params: idParams,
      responses: { 200: wholeSeal },
      handler: async ({ params }) => {
        const found = await seals.get(/^[1-9][0-9]{0,11}$/.test(params.id) ? Number(params.id) : 0);
        return { ...shown(found), entries: found.rows };
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/audit/verify',
      permission: 'audit.read',
      audit: { action: 'audit.verify' },
      idempotent: 'none',
      summary: 'Recomputes every digest and every seal.',
      description:
        'Answers lines of JSON: `{"progress": {seals, of, rows}}` while it is at work, and `{"verdict": {…}}` as the last ' +
        'one. Without that line it was cut off. `expect` names seals as you have kept them: without it nobody can tell ' +
        'that the last ones are gone with their rows, or that all of them were made anew.',
      body: Type.Object({ expect: Type.Optional(Type.Array(expected, { maxItems: 100 })) }, closed),
      responses: { 200: Type.String({ description: 'application/x-ndjson' }) },
      handler: ({ body }) =>
        reply({
          headers: { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' },
          body: Readable.from(lines(seals.verify(body.expect))),
        }),
    }),
  ];
}

function shown({ number: of, hash, previous, sealedAt, from, to, rows }: AuditSeal) {
  return { number: of, hash, previous, sealedAt, from, to, rows: rows.length };
}

/** Seals between two lines of progress. */
const progressEvery = 20;

async function* lines(verifying: ReturnType<Audit['seals']['verify']>): AsyncIterable<string> {
  for (let step = 0; ; step += 1) {
    const { done, value } = await verifying.next();
    if (done === true) {
      yield `${JSON.stringify({ verdict: value })}\n`;
      return;
    }
    if (step % progressEvery === 0) yield `${JSON.stringify({ progress: value })}\n`;
  }
}
