import { timestamp } from '@fairlead/sdk';
import { expect, test } from 'vitest';
import { FakeClock } from '../storage/testing/fake-clock.ts';
import { toCloudEvent } from './cloud-event.ts';
import { newEvent } from './new-event.ts';

test('an event is rendered as CloudEvents 1.0 JSON, its sequence as a text that sorts', () => {
  const event = {
    id: 'i',
    type: 'payment.captured',
    source: '/fairlead/payments',
    time: '2026-01-01T00:00:00.000Z',
    data: { a: 1 },
  };
  expect(toCloudEvent({ ...event, sequence: 42 })).toEqual({
    ...event,
    specversion: '1.0',
    datacontenttype: 'application/json',
    sequence: '00000000000000000042',
  });
  expect(toCloudEvent({ ...event, subject: 's', sequence: 1 })).toHaveProperty('subject', 's');
});

test('a new event has an id, the time of the clock and a type that is a dotted fact', () => {
  const clock = new FakeClock();
  expect(newEvent(clock, { type: 'payment.captured', data: {} })).toMatchObject({ time: timestamp(clock) });
  for (const type of ['captured', 'Payment.captured', 'payment.', 'payment..captured', 'payment captured', '1.a', '']) {
    expect(() => newEvent(clock, { type, data: {} })).toThrow(TypeError);
  }
});
