import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFullApp, type FullApp } from './testing/full-app.ts';

let app: FullApp;
let headers: { authorization: string };
beforeAll(async () => {
  app = await createFullApp();
  headers = await app.signedIn();
});
afterAll(async () => app.dispose());

const get = (url: string) => app.server.inject({ url, headers });
const add = async (name: string): Promise<string> => {
  // Ids of one millisecond are in no order.
  app.clock.jump(1);
  const payload = {
    plugin: 'channel-test',
    name,
    settings: { room: 'r' },
    secrets: { signingKey: 'a-very-secret-key' },
  };
  return (await app.server.inject({ method: 'POST', url: '/api/connections', headers, payload })).json().id;
};

describe('the overview', () => {
  test('counts connections and their calls of the last hour, and needs somebody signed in', async () => {
    const first = await add('Bravo');
    const second = await add('Alpha');
    await app.server.inject({ method: 'POST', url: `/api/connections/${second}/pause`, headers, payload: {} });
    await app.server.inject({ method: 'POST', url: `/api/connections/${first}/test`, headers });
    const answer = await get('/api/overview');
    expect(answer.statusCode).toBe(200);
    const { counts, total, connections, minutes, changes } = answer.json();
    expect(counts).toEqual({ healthy: 0, degraded: 0, unhealthy: 0, unknown: 1, paused: 1 });
    expect(total).toBe(2);
    expect(connections).toEqual([
      { id: first, name: 'Bravo', plugin: 'channel-test', status: 'active', health: 'unknown', calls: 1, errors: 0 },
      { id: second, name: 'Alpha', plugin: 'channel-test', status: 'paused', health: 'unknown', calls: 0, errors: 0 },
    ]);
    expect(minutes).toHaveLength(60);
    expect(minutes.at(-1)).toMatchObject({ calls: 1, errors: 0 });
    expect(changes).toEqual([]);
    expect((await app.server.inject({ url: '/api/overview' })).statusCode).toBe(401);
    expect((await get('/api/overview?limit=1')).json().connections).toHaveLength(1);
    expect((await get('/api/overview?limit=2001')).json()).toMatchObject({ errors: [{ path: '/query/limit' }] });
  });
});

describe('the list of connections', () => {
  test('says how each does, and finds by a part of the name, by health and by what the plugin can do', async () => {
    const id = await add('Golf course');
    await add('Golf club');
    const { items } = (await get('/api/connections?name=GOLF&limit=1')).json();
    expect(items).toMatchObject([{ id, name: 'Golf course', health: { status: 'unknown' } }]);
    const names = async (query: string) =>
      (await get(`/api/connections?${query}`)).json().items.map(({ name }: { name: string }) => name);
    expect(await names('name=course&capability=channel')).toEqual(['Golf course']);
    expect(await names('name=course&capability=broker')).toEqual([]);
    expect(await names('name=course&plugin=channel-test&status=active&health=unknown')).toEqual(['Golf course']);
    expect(await names('health=unhealthy')).toEqual([]);
  });

  test('goes on from a cursor of either list, and refuses any other', async () => {
    const { nextCursor } = (await get('/api/connections?limit=2')).json();
    const rest = (await get(`/api/connections?name=golf&cursor=${nextCursor}`)).json();
    expect(rest.items.map(({ name }: { name: string }) => name)).toEqual(['Golf course', 'Golf club']);
    expect((await get('/api/connections?name=golf&cursor=abc')).json()).toMatchObject({
      status: 400,
      errors: [{ path: '/query/cursor' }],
    });
  });
});
