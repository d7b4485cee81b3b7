import { expect, test } from 'vitest';
import { actionPlace, subjectPlace } from './places.ts';

const about = (kind: string, id: string, code = 'any') => ({ subject: { kind, id }, code });

test('what an incident is about leads to its page', () => {
  expect(subjectPlace(about('connection', 'c1'))?.to).toBe('/connections/c1');
  expect(subjectPlace(about('plugin', 'channel-rss'))?.to).toBe('/plugins/channel-rss');
  expect(subjectPlace(about('payment', 'p1'))?.to).toBe('/payments/p1');
  expect(subjectPlace(about('subscription', 's1'))?.to).toBe('/payments/subscriptions/s1');
  expect(subjectPlace(about('job', 'messages.poll', 'given_up'))?.to).toBe('/inbox/dead-jobs?name=messages.poll');
});

test('what has no page leads nowhere, and no id leads out of its page', () => {
  expect(subjectPlace(about('something', 'x'))).toBeUndefined();
  // A subscriber of the event log, though it is called a subscription.
  expect(subjectPlace(about('subscription', 'payments', 'given_up'))).toBeUndefined();
  expect(subjectPlace(about('payment', '../users?x=#'))?.to).toBe('/payments/..%2Fusers%3Fx%3D%23');
});

test('the action of an incident leads to where it is done', () => {
  const action = (kind: string, parameters?: Record<string, string>) => ({
    ...about('connection', 'c1'),
    action: { kind, label: 'Do it', ...(parameters === undefined ? {} : { parameters }) },
  });
  expect(actionPlace(action('reauthenticate'))?.to).toBe('/connections/c1?tab=settings');
  expect(actionPlace(action('reauthenticate', { connection: 'c2' }))?.to).toBe('/connections/c2?tab=settings');
  expect(actionPlace(action('plugin.enable', { plugin: 'channel-rss' }))?.to).toBe('/plugins/channel-rss');
  expect(actionPlace(action('look_at_plugin'), 'channel-api')?.to).toBe('/plugins/channel-api');
  expect(actionPlace(action('look_at_plugin'))?.to).toBe('/connections/c1');
  expect(actionPlace(action('webhook-endpoint.enable', { endpoint: 'e1' }))?.to).toBe('/webhooks/e1');
  expect(actionPlace(about('connection', 'c1'))).toBeUndefined();
  // One of a later hub: at least to what it is about.
  expect(actionPlace(action('not.known.here'))?.to).toBe('/connections/c1');
});
