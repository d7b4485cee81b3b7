import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFullApp, type FullApp } from './testing/full-app.ts';

let app: FullApp;
let headers: { authorization: string };
beforeAll(async () => {
  app = await createFullApp();
  headers = await app.signedIn();
});
afterAll(async () => app.dispose());

const get = async (url: string) => (await app.server.inject({ url, headers })).json();

describe('the types of events', () => {
  test('are listed page by page, with schema, example and who may follow them', async () => {
    const types: string[] = [];
    let cursor = '';
    do {
      const page = await get(`/api/event-types?limit=7${cursor === '' ? '' : `&cursor=${cursor}`}`);
      types.push(...page.items.map(({ type }: { type: string }) => type));
      cursor = page.nextCursor ?? '';
    } while (cursor !== '');
    expect(types).toEqual(types.toSorted());
    expect(new Set(types).size).toBe(types.length);
    expect(types).toContain('user.created');
    const all = await get('/api/event-types?limit=200');
    expect(all.items.map(({ type }: { type: string }) => type)).toEqual(types);
    expect(all.items.find(({ type }: { type: string }) => type === 'connection.health_changed')).toMatchObject({
      subject: 'the id of the connection',
      topics: ['health', 'connections', 'events'],
      permission: 'connections.read',
      schema: { type: 'object', properties: { connection: { type: 'string' } } },
      example: { plugin: 'gateway-stripe' },
    });
  });

  test('are for who may read events, and a cursor of another list is named', async () => {
    expect((await app.server.inject({ url: '/api/event-types' })).statusCode).toBe(401);
    const strange = Buffer.from('plugins:a').toString('base64url');
    expect(await get(`/api/event-types?cursor=${strange}`)).toMatchObject({
      status: 400,
      errors: [{ path: '/query/cursor' }],
    });
  });

  test('are what a webhook endpoint may ask for: an unknown one is refused with what may be meant', async () => {
    const endpoint = async (types: readonly string[]) =>
      app.server.inject({
        method: 'POST',
        url: '/api/webhook-endpoints',
        headers,
        payload: { url: 'https://shop.example.com/hook', types },
      });
    const refused = await endpoint(['plugin.*', 'incident.rased', 'nobody.knows_this']);
    expect(refused.json()).toMatchObject({
      status: 400,
      errors: [
        {
          path: '/body/types/1',
          message: '“incident.rased” is no type of event; did you mean “incident.raised”?',
        },
        { path: '/body/types/2', message: '“nobody.knows_this” is no type of event' },
      ],
    });
    const made = await endpoint(['incident.raised', 'later.*', '*']);
    expect(made.statusCode).toBe(201);
    const url = `/api/webhook-endpoints/${made.json().id}`;
    const change = async (payload: object) => app.server.inject({ method: 'PATCH', url, headers, payload });
    expect((await change({ types: ['user.craeted'] })).json()).toMatchObject({
      status: 400,
      errors: [{ path: '/body/types/0', message: expect.stringContaining('“user.created”') }],
    });
    expect((await get(url)).types).toEqual(['incident.raised', 'later.*', '*']);
    expect((await change({ description: 'Ours.' })).statusCode).toBe(200);
  });
});

test('/asyncapi.json is open to everyone and the same each time', async () => {
  const [first, again] = await Promise.all([1, 2].map(() => app.server.inject({ url: '/asyncapi.json' })));
  expect(first?.headers['content-type']).toBe('application/json; charset=utf-8');
  expect(first?.json()).toMatchObject({ asyncapi: '3.0.0', servers: { websocket: { protocol: 'ws' } } });
  expect(again?.body).toBe(first?.body);
  expect((await app.server.inject({ url: '/asyncapi.json', method: 'POST' })).statusCode).toBe(405);
});
