import { expect, test } from 'vitest';
import { defineFlow, type FlowDeclaration } from './define-flow.ts';

const sound: FlowDeclaration = {
  id: 'things',
  collections: [],
  permissions: { 'things.read': 'Read things.' },
  events: {},
  topics: { things: { permission: 'things.read', types: ['thing.*'] } },
};

test('a flow keeps what it declares, its topics included', () => {
  expect(defineFlow(sound)(() => ({})).topics).toEqual(sound.topics);
});

test('a topic that takes no permission of the flow’s is refused', () => {
  const topics = { things: { permission: 'everything.read', types: ['thing.*'] } };
  expect(() => defineFlow({ ...sound, topics })).toThrow(/needs a permission that the flow declares/);
});
