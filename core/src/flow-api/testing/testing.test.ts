import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeClock } from '@fairlead/sdk/testing';
import fc from 'fast-check';
import { Type } from 'typebox';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStorage, type Repository, type Storage } from '../../storage/index.ts';
import { declareEvent, defineCollection, defineFlow, defineRoute, reply } from '../index.ts';
import { callRoute, flowServices, scheduledBy } from './index.ts';

interface Tally {
  readonly count: number;
}
const tallies = defineCollection({ name: 'tallies_all', index: {}, project: (_state: Tally) => ({}) });
const tallied = declareEvent({
  summary: 'A count.',
  subject: 'what was counted',
  data: Type.Object({ count: Type.Integer() }),
  example: { count: 3 },
});
const flow = defineFlow({
  id: 'tallies',
  collections: [tallies],
  permissions: {},
  events: { 'tallies.counted': tallied },
})(() => ({}));

let folder: string;
let storage: Storage;
const clock = new FakeClock();
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-flow-testing-'));
  storage = await createStorage({ path: join(folder, 'hub.db'), collections: [tallies], clock });
  await storage.migrate();
});
afterEach(async () => {
  await storage.dispose();
  await rm(folder, { recursive: true, force: true });
});

describe('what a flow gets in a test', () => {
  it('takes events as they are declared, and no others', () => {
    const { event } = flowServices({ flow, storage, clock });
    expect(event('tallies.counted', 'a', { count: 1 })).toMatchObject({ type: 'tallies.counted', data: { count: 1 } });
    expect(() => event('tallies.counted', 'a', { count: 'one' })).toThrow(/“tallies\.counted”/);
    expect(() => event('tallies.counted', 'a', { count: 1, more: 2 })).toThrow('only {"count":1} is declared');
    expect(() => event('tallies.gone', 'a', {})).toThrow('“tallies.gone” is not declared.');
    expect(() => event('toString', 'a', {})).toThrow('“toString” is not declared.');
  });

  it('says so when the flow calls what the test does not script', () => {
    const { guard } = flowServices({ flow, storage, clock });
    expect(() => guard.invoke('c1', {} as never, {} as never)).toThrow(/does not script/);
  });

  it('has every repository wrapped, by its collection', async () => {
    const wrapped: string[] = [];
    const wrap = (repository: Repository<unknown>, collection: string) => {
      wrapped.push(collection);
      return repository;
    };
    await flowServices({ flow, storage, clock, wrap })
      .repository(tallies)
      .commit({ id: 'a', state: { count: 1 } }, 0);
    expect(wrapped).toEqual(['tallies_all']);
  });
});

describe('turns', () => {
  /** Adds without looking whether anybody else did, which loses what others add. */
  async function addCarelessly(repository: Repository<Tally>): Promise<void> {
    const stored = await repository.get('a');
    await repository.update('a', () => ({ state: { count: (stored?.state.count ?? 0) + 1 } }));
  }

  const inAnyOrder = (add: (repository: Repository<Tally>) => Promise<unknown>) =>
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const own = storage.repository(tallies);
      if ((await own.update('a', () => ({ state: { count: 0 } }))) === undefined)
        await own.commit({ id: 'a', state: { count: 0 } }, 0);
      const repository = scheduledBy(() => scheduler).wrap(own as Repository<Tally>);
      await scheduler.waitFor(Promise.all([add(repository), add(repository), add(repository)]));
      return (await own.get('a'))?.state.count === 3;
    });

  it('let a change that is made of what it finds come through in any order', async () => {
    const add = (repository: Repository<Tally>) =>
      repository.update('a', ({ count }) => ({ state: { count: count + 1 } }));
    await fc.assert(inAnyOrder(add), { numRuns: 40 });
  });

  it('find the order in which one that is not loses what others have written', async () => {
    const found = await fc.check(inAnyOrder(addCarelessly), { numRuns: 40, seed: 1 });
    expect(found.failed).toBe(true);
  });

  it('are nobody’s without a scheduler', async () => {
    const { wrap, turn } = scheduledBy(() => undefined);
    await turn('now');
    const repository = wrap(storage.repository(tallies) as Repository<Tally>);
    await repository.commit({ id: 'a', state: { count: 1 } }, 0);
    expect(await repository.get('a')).toMatchObject({ state: { count: 1 } });
  });
});

describe('a route that a test calls', () => {
  const route = defineRoute({
    method: 'POST',
    path: '/api/tallies/{id}',
    permission: 'tallies.write',
    audit: { action: 'tally.add' },
    idempotent: 'none',
    summary: 'Adds.',
    params: Type.Object({ id: Type.String() }),
    body: Type.Object({ by: Type.Integer({ default: 1 }) }, { additionalProperties: false }),
    responses: { 200: Type.Object({ count: Type.Integer() }), 201: Type.Object({ made: Type.Boolean() }) },
    handler: ({ params, body, actor }) => {
      if (params.id === 'new') return reply({ status: 201, body: { made: true }, headers: { 'x-by': actor.id } });
      return { count: params.id === 'odd' ? ('many' as unknown as number) : body.by };
    },
  });
  const call = (id: string, body?: object) =>
    callRoute({ routes: [route] }, 'POST', '/api/tallies/{id}', {
      params: { id },
      ...(body === undefined ? {} : { body }),
    });

  it('gets defaults, and answers as it says', async () => {
    expect(await call('a')).toEqual({ status: 200, body: { count: 1 }, headers: {} });
    expect(await call('a', { by: 2 })).toMatchObject({ body: { count: 2 } });
    expect(await call('new')).toEqual({ status: 201, body: { made: true }, headers: { 'x-by': 'u1' } });
  });

  it('is not called with what does not fit, and must not answer so', async () => {
    await expect(call('a', { by: 'two' })).rejects.toMatchObject({ code: 'invalid_request' });
    await expect(call('a', { more: 1 })).rejects.toMatchObject({ code: 'invalid_request' });
    await expect(call('odd')).rejects.toThrow(/^POST \/api\/tallies\/\{id\}: /);
    await expect(callRoute({ routes: [route] }, 'GET', '/api/tallies/{id}')).rejects.toThrow('No route GET');
  });
});
