import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditRoutes } from './routes/audit.ts';
import { createTestApp, type TestApp } from './testing/test-app.ts';

let app: TestApp;
let headers: { authorization: string };
beforeEach(async () => {
  app = await createTestApp({ parts: ({ access }) => ({ routes: auditRoutes(access) }) });
  headers = await app.signedIn();
});
afterEach(async () => app.dispose());

const get = (url: string) => app.server.inject({ url, headers });
const append = (more: object = {}) =>
  app.access.audit.append({
    actorKind: 'user',
    actorId: 'u1',
    actorName: 'anna@example.com',
    action: 'thing.do',
    target: null,
    outcome: 'ok',
    problem: null,
    ip: '127.0.0.1',
    requestId: 'r1',
    details: {},
    ...more,
  });
const actionsOf = (body: string) => [...body.matchAll(/"action":"([\w.-]+)"/g)].map(([, action]) => action);

test('the list takes a span: from a moment on, up to another without it', async () => {
  const moments: string[] = [];
  for (const action of ['a.one', 'a.two', 'a.three']) {
    await app.clock.advance(60_000);
    moments.push(new Date(app.clock.now()).toISOString());
    await append({ action });
  }
  const [, second = '', third = ''] = moments;
  expect(actionsOf((await get(`/api/audit?from=${second}&to=${third}`)).body)).toEqual(['a.two']);
  expect(actionsOf((await get(`/api/audit?from=${second}`)).body)).toEqual(['a.three', 'a.two']);
  expect(actionsOf((await get(`/api/audit/export?to=${third}&actor=u1`)).body)).toEqual(['a.one', 'a.two']);
  expect((await get('/api/audit?from=2026-02-30T99:00:00Z')).json()).toMatchObject({
    status: 400,
    errors: [{ path: '/query/from' }],
  });
});

describe('an export', () => {
  test('of CSV holds every row, quoted, and nothing that a spreadsheet would run', async () => {
    const names = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', 'a "b", c', 'two\r\nlines', 'a=1'];
    for (const actorName of names) await append({ actorName });
    const { body, headers: sent } = await get('/api/audit/export?format=csv&action=thing.do');
    const cells = cellsOf(body);
    const column = cells[0]?.indexOf('actorName') ?? -1;
    expect(cells.slice(1).map((row) => row[column])).toEqual([
      "'=1+1",
      "'+1",
      "'-1",
      "'@SUM(A1)",
      "'\t=1",
      "'\r=1",
      "'\n=1",
      'a "b", c',
      'two\r\nlines',
      'a=1',
    ]);
    expect(cells.every((row) => row.length === cells[0]?.length)).toBe(true);
    expect(sent).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="fairlead-audit.csv"',
      'cache-control': 'no-store',
    });
  });

  test('of lines is complete and in order over many pages, and each line has the digest that its seal names', async () => {
    await Promise.all(Array.from({ length: 1_700 }, (_, index) => append({ target: String(index) })));
    await app.access.audit.seals.seal();
    const { body } = await get('/api/audit/export?outcome=ok');
    const lines = body.trimEnd().split('\n');
    const sealed = [1, 2].map(async (number) =>
      (await get(`/api/audit/seals/${number}`)).json<{ entries: string[] }>(),
    );
    const entries = (await Promise.all(sealed)).flatMap((one) => one.entries);
    expect(entries).toHaveLength(1_701);
    const digests = lines.map((line) => createHash('sha256').update(line).digest('hex'));
    // The last line is the export itself, which came after.
    expect(digests.slice(0, entries.length)).toEqual(entries.map((entry) => entry.split(' ')[1]));
  });

  test('is itself in the audit log with what it asked for, and so is one that was refused', async () => {
    await get('/api/audit/export?format=csv&actor=u1&from=2026-01-01T00:00:00Z');
    const { items } = (await get('/api/audit?action=audit.export')).json();
    expect(items).toMatchObject([
      { outcome: 'ok', details: { format: 'csv', actor: 'u1', from: '2026-01-01T00:00:00Z' } },
    ]);
    expect((await get('/api/audit/export?format=xml')).json()).toMatchObject({ errors: [{ path: '/query/format' }] });
    const { key } = await app.access.apiKeys.create({ name: 'k', scopes: ['events.read'] }, {
      id: 'x',
      kind: 'local-cli',
      can: () => true,
    } as never);
    const refused = await app.server.inject({
      url: '/api/audit/export',
      headers: { authorization: `Bearer ${key}` },
    });
    expect(refused.statusCode).toBe(403);
    expect((await get('/api/audit?action=audit.export&outcome=denied')).json().items).toHaveLength(1);
  });

  test('is cut off, not ended, when the database fails on the way', async () => {
    // More than sockets hold.
    const details = { text: 'x'.repeat(20_000) };
    await Promise.all(Array.from({ length: 2_000 }, () => append({ details })));
    const address = await app.server.listen({ port: 0, host: '127.0.0.1' });
    const answer = await fetch(`${address}/api/audit/export`, { headers });
    await app.storage.dispose();
    const read = await answer.text().catch((error: Error) => error.message);
    expect(read.slice(0, 100)).toBe('terminated');
  });
});

describe('seals', () => {
  const verdictOf = (body: string) => {
    const last = body.trimEnd().split('\n').at(-1) ?? '';
    return (JSON.parse(last) as { verdict: object }).verdict;
  };
  const verify = (payload: object = {}) =>
    app.server.inject({ method: 'POST', url: '/api/audit/verify', headers, payload });

  test('are listed newest first, and one that is not there is 404', async () => {
    await app.access.audit.seals.seal();
    await append();
    await app.access.audit.seals.seal();
    const { items } = (await get('/api/audit/seals')).json();
    expect(items.map(({ number, rows }: { number: number; rows: number }) => [number, rows])).toEqual([
      [2, 1],
      [1, 1],
    ]);
    expect(items[0].previous).toBe(items[1].hash);
    expect((await get('/api/audit/seals/2')).json()).toMatchObject({ ...items[0], entries: [expect.any(String)] });
    for (const number of ['3', '0', '1e0', '01', '-1', 'x', '9'.repeat(30)]) {
      expect((await get(`/api/audit/seals/${number}`)).json(), number).toMatchObject({
        status: 404,
        code: 'not_found',
      });
    }
  });

  test('are verified over HTTP: progress, then a verdict, and the look at it is in the audit log', async () => {
    await append();
    await app.access.audit.seals.seal();
    const { body, headers: sent } = await verify();
    expect(sent['content-type']).toContain('application/x-ndjson');
    expect(JSON.parse(body.split('\n')[0] ?? '')).toEqual({ progress: { seals: 1, of: 1, rows: 2 } });
    expect(verdictOf(body)).toMatchObject({ intact: true, seals: 1, rows: 2 });
    expect(verdictOf((await verify({ expect: [{ number: 1, hash: '0'.repeat(64) }] })).body)).toMatchObject({
      intact: false,
      faults: [{ kind: 'seal_unexpected', seal: 1 }],
    });
    expect((await get('/api/audit?action=audit.verify')).json().items).toHaveLength(2);
  });
});

/** RFC 4180, read the slow way. */
function cellsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let rest = text;
  while (rest !== '') {
    const [all = '', quoted, plain, end = ''] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest) ?? [];
    if (all === '') throw new Error(`This is no CSV: ${rest.slice(0, 80)}`);
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
    rest = rest.slice(all.length);
  }
  return rows.slice(0, -1);
}
