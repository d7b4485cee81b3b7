import assert from 'node:assert/strict';
import type { ChannelMessage } from '../../src/capabilities/channel-message.ts';
import type { Check } from '../conformance/check.ts';
import { type ChannelSubject, declares, fetchWith, onStage, type Stage } from './stage.ts';
import type { VendorMessage } from './vendor.ts';

/** What a poller can rely on: order, cursors, limits, edits and deletions. */
export function fetchChecks(subject: ChannelSubject): readonly Check[] {
  if (!declares(subject, 'fetch')) return [];
  const check = (title: string, run: (stage: Stage) => Promise<void>) => onStage(subject, `fetch: ${title}`, run);
  return [
    check('the first poll gives what there is, oldest first, as created', async (stage) => {
      const published = stage.publish(3);
      const { messages } = await stage.drain();
      assert.deepEqual(textsOf(messages), textsOf(published));
      assert.deepEqual(new Set(messages.map(({ change }) => change)), new Set(['created']));
      assert.equal(new Set(idsOf(messages)).size, 3, 'two messages have the same id');
    }),
    check('an empty channel gives no message, and a cursor after which the first one comes', async (stage) => {
      const empty = await stage.drain();
      assert.deepEqual(empty.messages, []);
      const published = stage.publish(1);
      assert.deepEqual(textsOf((await stage.drain(empty.cursor)).messages), textsOf(published));
    }),
    check('a poll when nothing has changed gives nothing, however often', async (stage) => {
      stage.publish(3);
      let { cursor } = await stage.drain();
      for (let poll = 0; poll < 3; poll++) {
        const again = await stage.fetch(cursor);
        assert.deepEqual([textsOf(again.messages), again.more], [[], false]);
        cursor = again.cursor;
      }
    }),
    check('a poll gives what is new, and no message that came before', async (stage) => {
      stage.publish(3);
      const first = await stage.drain();
      const published = stage.publish(2);
      const second = await stage.drain(first.cursor);
      assert.deepEqual(textsOf(second.messages), textsOf(published));
      const third = stage.publish(1);
      assert.deepEqual(textsOf((await stage.drain(second.cursor)).messages), textsOf(third), 'the cursor went back');
    }),
    check('the same cursor gives the same messages again', async (stage) => {
      stage.publish(2);
      const { cursor } = await stage.drain();
      stage.publish(2);
      const once = await stage.fetch(cursor);
      const again = await stage.fetch(cursor);
      assert.deepEqual(again.messages, once.messages);
    }),
    check('a crash before the messages were stored loses none, though nothing in memory is left', crash),
    check('a limit is kept, and the rest comes with the next polls, each message once', async (stage) => {
      const published = stage.publish(5);
      const { messages, polls } = await stage.drain(undefined, 2);
      for (const poll of polls)
        assert.ok(poll.messages.length <= 2, `${poll.messages.length} messages at a limit of 2`);
      assert.deepEqual(textsOf(messages), textsOf(published));
    }),
    check('the limit of one is enough to get on', async (stage) => {
      const published = stage.publish(3);
      assert.deepEqual(textsOf((await stage.drain(undefined, 1)).messages), textsOf(published));
    }),
    ...editChecks(subject),
  ];
}

async function crash(stage: Stage): Promise<void> {
  stage.publish(1);
  const { cursor } = await stage.drain();
  const lost = stage.publish(2);
  const before = await stage.fetch(cursor);
  const later = stage.publish(1);
  const after = await fetchWith(await stage.restarted(), cursor);
  assert.deepEqual(textsOf(after.messages), textsOf([...lost, ...later]));
  assert.deepEqual(
    namesOf(after.messages.slice(0, before.messages.length)),
    namesOf(before.messages),
    'ids or revisions differ from those before the crash',
  );
}

function editChecks(subject: ChannelSubject): readonly Check[] {
  return [
    onStage(subject, 'fetch: an edit has the id of its message and a revision of its own', async (stage) => {
      const { edit } = stage.state;
      if (edit === undefined) return;
      const [original] = stage.publish(2);
      const first = await stage.drain();
      const told = first.messages.find(({ text }) => text === original?.text);
      const revisions = [told?.revision];
      let { cursor } = first;
      for (const text of ['It now reads otherwise', 'And once more']) {
        edit.call(stage.state, { ...(original as VendorMessage), text });
        const next = await stage.drain(cursor);
        assert.deepEqual(
          next.messages.map((message) => [message.change, message.id, message.text]),
          [['edited', told?.id, text]],
        );
        revisions.push(next.messages[0]?.revision);
        cursor = next.cursor;
      }
      assert.equal(new Set(revisions).size, revisions.length, 'two revisions are the same');
    }),
    onStage(subject, 'fetch: a deletion has the id of its message and no text', async (stage) => {
      const remove = stage.state.delete;
      if (remove === undefined) return;
      const [original] = stage.publish(2);
      const first = await stage.drain();
      remove.call(stage.state, original as VendorMessage);
      const { messages } = await stage.drain(first.cursor);
      assert.deepEqual(
        messages.map(({ change, id, text }) => [change, id, text]),
        [['deleted', first.messages[0]?.id, '']],
      );
    }),
  ];
}

function textsOf(messages: readonly { readonly text: string }[]): readonly string[] {
  return messages.map(({ text }) => text);
}

function idsOf(messages: readonly ChannelMessage[]): readonly string[] {
  return messages.map(({ id }) => id);
}

function namesOf(messages: readonly ChannelMessage[]): readonly string[] {
  return messages.map(({ id, change, revision }) => `${change} ${id} ${revision}`);
}
