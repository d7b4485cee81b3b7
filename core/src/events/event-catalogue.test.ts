import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { announcement } from '../storage/index.ts';
import { coreEvents, createEventCatalogue, declareEvent, eventCheck, faultOfData } from './index.ts';

const shipped = declareEvent({
  summary: 'A parcel left.',
  subject: 'the id of the parcel',
  data: Type.Object({ id: Type.String(), parts: Type.Array(Type.Object({ weight: Type.Integer() })) }),
  example: { id: 'p1', parts: [{ weight: 3 }] },
});
const parcels = { permission: 'parcels.read', types: ['parcel.*'] };
const everything = { permission: 'events.read', types: ['*'] };
const core = {
  permission: 'core.read',
  types: [...new Set(Object.keys(coreEvents).map((type) => `${type.split('.')[0]}.*`))],
};

describe('the catalogue of events', () => {
  test('gives each type the permission of the narrowest topic that carries it', () => {
    const lost = { permission: 'parcels.search', types: ['parcel.lost'] };
    const catalogue = createEventCatalogue({
      flows: [{ 'parcel.shipped': shipped, 'parcel.lost': shipped }],
      topics: { everything, core, parcels, lost },
    });
    const of = (type: string) => catalogue.entries.find((entry) => entry.type === type);
    expect(of('parcel.shipped')).toMatchObject({ permission: 'parcels.read', topics: ['parcels', 'everything'] });
    expect(of('parcel.lost')).toMatchObject({
      permission: 'parcels.search',
      topics: ['lost', 'parcels', 'everything'],
    });
    expect(catalogue.entries.map(({ type }) => type)).toEqual(catalogue.entries.map(({ type }) => type).toSorted());
  });

  test('refuses a type that is declared twice, and one that only who reads everything could follow', () => {
    const flows = [{ 'parcel.shipped': shipped }, { 'parcel.shipped': shipped }];
    expect(() => createEventCatalogue({ flows, topics: { everything, core, parcels } })).toThrow('declared twice');
    expect(() => createEventCatalogue({ flows: [{ 'ship.left': shipped }], topics: { everything, core } })).toThrow(
      'The event “ship.left” belongs to no topic.',
    );
  });

  test('knows what somebody may have meant, the likeliest first', () => {
    const { near } = createEventCatalogue({
      flows: [{ 'parcel.shipped': shipped, 'parcel.shopped': shipped }],
      topics: { everything, core, parcels },
    });
    expect(near('parcel.shippd')).toEqual(['parcel.shipped', 'parcel.shopped']);
    expect(near('parcel.shipped')[0]).toBe('parcel.shipped');
    expect(near('zzzzzzzz.qqqqqqqq')).toEqual([]);
  });
});

describe('the check of events', () => {
  const check = eventCheck({ 'parcel.shipped': shipped });

  test('takes what is declared and names the path of what is not, at any depth', () => {
    expect(() => check({ type: 'parcel.shipped', data: { id: 'a', parts: [] } })).not.toThrow();
    expect(() => check({ type: 'parcel.shipped', data: { id: 'a', parts: [{ weight: 'much' }] } })).toThrow(
      '/parts/0/weight must be integer',
    );
    expect(() => check({ type: 'parcel.shipped', data: { parts: [] } })).toThrow('must have required properties id');
    expect(() => check({ type: 'parcel.shipped', data: { id: 'a', parts: [{ weight: 1, colour: 'red' }] } })).toThrow(
      'only {"id":"a","parts":[{"weight":1}]} is declared',
    );
  });

  test('refuses a type that nobody declares, an inherited name included', () => {
    for (const type of ['parcel.lost', 'toString', '__proto__'])
      expect(() => check({ type, data: {} })).toThrow(`The event “${type}” is not declared.`);
  });

  test('leaves what it looks at as it is', () => {
    const data = { id: 'a', parts: [{ weight: 1, colour: 'red' }] };
    faultOfData(shipped, data);
    expect(data).toEqual({ id: 'a', parts: [{ weight: 1, colour: 'red' }] });
  });

  test('takes what storage tells of a webhook', () => {
    const item = {
      id: 'i1',
      connectionId: 'c1',
      eventId: 'e1',
      type: 'charge.paid',
      receivedAt: '2026-01-01T00:00:00Z',
    };
    expect(() => check(announcement(item))).not.toThrow();
  });
});
