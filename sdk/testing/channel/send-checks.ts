import assert from 'node:assert/strict';
import type { Check } from '../conformance/check.ts';
import { type ChannelSubject, declares, onStage, type Stage } from './stage.ts';
import type { ChannelSending } from './vendor.ts';

/** Sending, and the credential test. */
export function sendChecks(subject: ChannelSubject): readonly Check[] {
  const test = onStage(subject, 'testCredentials: names the account, and changes nothing', async (stage) => {
    const outcome = await stage.call('testCredentials');
    assert.equal(outcome.kind, 'answer', JSON.stringify(outcome));
    const written = stage.counterparty.requests.filter(({ method }) => method !== 'GET' && method !== 'HEAD');
    const sent = declares(subject, 'send') ? stage.requestsOf('send').length : 0;
    assert.equal(sent, 0, `something was sent (${written.length} requests were no GET)`);
  });
  if (!declares(subject, 'send')) return [test];
  return [
    test,
    onStage(subject, 'send: the vendor gets the text once, and its id is answered', async (stage) => {
      sendingOf(stage).accepts(stage.counterparty, 'sent-77');
      const outcome = await stage.call('send');
      const id = sendingOf(stage).sentId?.('sent-77') ?? 'sent-77';
      assert.deepEqual(outcome, { kind: 'answer', answer: { outcome: 'sent', id } });
      assert.deepEqual(stage.requestsOf('send').map(sendingOf(stage).textOf), ['A text that is sent']);
    }),
    onStage(subject, 'send: a refusal is an answer, not an error', async (stage) => {
      const { refuses } = sendingOf(stage);
      if (refuses === undefined) return;
      refuses(stage.counterparty);
      const outcome = await stage.call('send');
      assert.equal(outcome.kind, 'answer', JSON.stringify(outcome));
      assert.equal((outcome as { answer: { outcome: string } }).answer.outcome, 'refused');
      assert.equal(stage.requestsOf('send').length, 1, 'the plugin sent again by itself');
    }),
  ];
}

function sendingOf({ vendor }: Stage): ChannelSending {
  if (vendor.sending === undefined) throw new Error('The vendor adapter does not say how “send” works.');
  return vendor.sending;
}
