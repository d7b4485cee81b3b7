import { beforeAll, describe, expect, test } from 'vitest';
import type { AttackHub, Refusal } from './attack-hub.ts';
import { addKey } from './callers.ts';
import { addressOf } from './declared-routes.ts';

interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly schema?: { readonly type?: string };
}

interface List {
  readonly path: string;
  readonly filters: readonly string[];
  readonly hasCursor: boolean;
}

interface Page {
  readonly items: readonly unknown[];
  readonly nextCursor: string | null;
}

/** Data that wants to be taken for a part of the program. */
export function injection(hub: () => AttackHub): void {
  let lists: readonly List[];
  beforeAll(async () => {
    type Document = { paths: Record<string, Record<string, { parameters?: readonly Parameter[] }>> };
    const { paths } = await hub().ok<Document>({ method: 'GET', path: '/openapi.json' });
    lists = Object.entries(paths).flatMap(([path, { get }]) => {
      const query = get?.parameters?.filter((one) => one.in === 'query') ?? [];
      const names = query.filter(({ schema }) => schema?.type !== 'integer').map(({ name }) => name);
      const isList = query.some(({ name }) => name === 'limit') && !path.includes('{');
      return isList
        ? [{ path, filters: names.filter((name) => name !== 'cursor'), hasCursor: names.includes('cursor') }]
        : [];
    });
    for (let index = 0; index < 3; index += 1) await addKey(hub(), 'events.read');
  });
  const get = (path: string) => hub().ask({ method: 'GET', path, token: hub().owner });

  describe('a query', () => {
    test('takes what a filter is given for a value, whatever it looks like', async () => {
      const values = [
        "' OR '1'='1",
        "x' OR 1=1 --",
        "x'; DROP TABLE users; --",
        '" OR ""="',
        '{"$ne":null}',
        '{"$gt":""}',
        '$where',
        '%',
        '_',
        '*',
        '\u0000',
        'a\u2028b',
      ];
      expect(lists.length).toBeGreaterThan(20);
      for (const { path, filters } of lists) {
        for (const filter of filters) {
          for (const value of values) {
            const answer = await get(`${path}?${filter}=${encodeURIComponent(value)}`);
            const isNothing = answer.status === 200 && answer.json<Page>().items.length === 0;
            // “*” is every type of event.
            const isHarmless = isNothing || [400, 404].includes(answer.status) || value === '*';
            expect(isHarmless, `${path}?${filter}=${value}: ${answer.status} ${answer.text.slice(0, 200)}`).toBe(true);
          }
        }
      }
      expect((await get('/api/users')).json<Page>().items.length).toBeGreaterThan(0);
    });

    test('has no operators, neither in names nor in lists of values', async () => {
      for (const query of ['action[$ne]=x', 'action[$regex]=.*', '$where=1', 'where=1', 'order=id', 'action.$ne=1']) {
        expect((await get(`/api/audit?${query}`)).status, query).toBe(400);
      }
    });

    test('takes no cursor that the hub did not make for this list', async () => {
      const first = (await get('/api/api-keys?limit=1')).json<Page>().nextCursor ?? '';
      const decoded = Buffer.from(first, 'base64url').toString();
      const forge = (text: string) => Buffer.from(text).toString('base64url');
      const forged = [
        forge(decoded.replace(/"[^"]+"\]?$/, '{"$gt":""}')),
        forge(decoded.replace('api_keys', 'vault_keys')),
        forge('["api_keys.id.ascending",{"$gt":""}]'),
        forge('{"__proto__":{"x":1}}'),
        forge("' OR 1=1 --"),
        forge('['.repeat(500)),
        Buffer.from([0xff, 0xfe]).toString('base64url'),
      ];
      for (const { path } of lists.filter(({ hasCursor }) => hasCursor)) {
        for (const cursor of [...forged, ...(path === '/api/api-keys' ? [] : [first])]) {
          const answer = await get(`${path}?cursor=${cursor}`);
          const isNothing = answer.status === 200 && answer.json<Page>().items.length === 0;
          const isHarmless = answer.status === 400 || isNothing;
          expect(isHarmless, `${path}?cursor=${cursor}: ${answer.text.slice(0, 200)}`).toBe(true);
        }
      }
    });
  });

  describe('a body', () => {
    test('signs nobody in with operators in place of a password', async () => {
      for (const wrong of [{ $ne: null }, { $gt: '' }, { $regex: '.*' }, ['a'], true, null, 0]) {
        for (const body of [
          { email: 'owner@example.com', password: wrong },
          { email: wrong, password: 'x' },
        ]) {
          const answer = await hub().ask({ method: 'POST', path: '/api/auth/sign-in', body });
          expect(answer.status, JSON.stringify(body)).toBe(400);
        }
      }
    });

    test('changes no prototype, by whatever names settings, secrets, plugins and lanes go', async () => {
      const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];
      const before = Object.getOwnPropertyNames(Object.prototype);
      const post = (path: string, text: string) =>
        hub().ask({
          method: 'POST',
          path,
          token: hub().owner,
          headers: { 'content-type': 'application/json' },
          raw: text,
        });
      for (const name of names) {
        const evil = `{"${name}":{"polluted":true,"prototype":{"polluted":true}}}`;
        const bodies = [
          ['/api/connections', `{"plugin":"channel-rss","name":"x","settings":${evil}}`],
          ['/api/connections', `{"plugin":"gateway-stripe","name":"x","settings":{},"secrets":${evil}}`],
          ['/api/connections', `{"plugin":"${name}","name":"x","settings":{}}`],
          [`/api/plugins/${name}/enable`, '{}'],
          [`/api/connections/${name}/test`, '{}'],
          ['/api/webhook-endpoints', `{"url":"https://example.com","types":["${name}"]}`],
          ['/api/parsers/try', `{"text":"x","connection":"${name}"}`],
        ] as const;
        for (const [path, text] of bodies) {
          const answer = await post(path, text);
          expect([400, 404], `${path} ${text}: ${answer.text}`).toContain(answer.status);
        }
      }
      // The hub runs in this very process.
      expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    });

    test('that is compressed is not unpacked', async () => {
      const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
      const answer = await hub().ask({ method: 'POST', path: '/api/auth/sign-in', headers, raw: '\u001f\u008b\b' });
      expect([400, 415]).toContain(answer.status);
      expect(answer.json<Refusal>().code).not.toBe('internal');
    });
  });

  test('ids that look like paths, operators or statements name nothing', async () => {
    const ids = ['..', '%2e%2e', '..%2f..%2fmaster.key', "1'%20OR%20'1'='1", '%7B%22%24ne%22%3Anull%7D', '__proto__'];
    for (const path of ['/api/plugins/{id}', '/api/connections/{id}', '/api/users/{id}', '/api/audit/seals/{id}']) {
      for (const id of ids) {
        const answer = await get(addressOf({ path }, id));
        expect([400, 404], `${path} ${id}: ${answer.text.slice(0, 200)}`).toContain(answer.status);
      }
    }
  });
}
