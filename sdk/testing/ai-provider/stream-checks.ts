import assert from 'node:assert/strict';
import { aiProvider, type CompletionPart } from '../../src/capabilities/ai-provider.ts';
import { hasCode } from '../../src/errors/index.ts';
import type { Check } from '../conformance/check.ts';
import type { Reply } from '../counterparty-script.ts';
import { assertEnding } from './completion-checks.ts';
import { assertClosed, errorOf, withinReason } from './failure-checks.ts';
import {
  type AiProviderSubject,
  declares,
  onStage,
  plainCompletion,
  plainQuestion,
  type Stage,
  streamingOf,
} from './stage.ts';
import type { AiProviderStreaming, VendorCompletion } from './vendor.ts';

/** Answers piece by piece: how they are told whole from cut, and how a caller leaves. */
export function streamChecks(subject: AiProviderSubject): readonly Check[] {
  if (!declares(subject, 'stream')) return [];
  const streaming = streamingOf(subject);
  const check = (title: string, run: (stage: Stage) => Promise<void>) => onStage(subject, `stream: ${title}`, run);
  return [
    check('the same text as in one piece, and exactly one end, which is the last part', async (stage) => {
      stage.replies('stream', streaming.reply(plainCompletion));
      assertWhole(await stage.stream(), plainCompletion);
      const { usage: _, ...silent } = plainCompletion;
      stage.replies('stream', streaming.reply(silent));
      assertWhole(await stage.stream(), silent);
    }),
    check('however its bytes arrive', async (stage) => {
      stage.replies('stream', { ...streaming.reply(plainCompletion), fault: 'drip', everyMs: 0 });
      assertWhole(await stage.stream(), plainCompletion);
    }),
    ...(['length', 'filtered'] as const).map((finish) =>
      check(`a stream that ended by “${finish}” says so`, async (stage) => {
        stage.replies('stream', streaming.reply({ ...plainCompletion, finish }));
        assertWhole(await stage.stream(), { ...plainCompletion, finish });
      }),
    ),
    ...(subject.vendor.tellsCost
      ? [
          check('the cost is the vendor’s, digit by digit', async (stage) => {
            const usage = { promptTokens: 1, completionTokens: 2, costUsd: '0.001234567890123456789' };
            stage.replies('stream', streaming.reply({ ...plainCompletion, usage }));
            assertWhole(await stage.stream(), { ...plainCompletion, usage });
          }),
        ]
      : []),
    check('text is given before the vendor has come to an end', async (stage) => {
      stage.replies('stream', { ...streaming.unended(plainCompletion), fault: 'stall' });
      const first = await firstPart(stage);
      assert.equal(first.value?.type, 'text');
      await first.leave();
    }),
    ...failing(streaming, check),
    ...leaving(streaming, check),
  ];
}

type MakeCheck = (title: string, run: (stage: Stage) => Promise<void>) => Check;

function failing(streaming: AiProviderStreaming, check: MakeCheck): readonly Check[] {
  const notWhole = (title: string, reply: Reply, errorClass = 'unavailable') =>
    check(`${title} is class ${errorClass}, and no end is told`, async (stage) => {
      stage.replies('stream', reply);
      const outcome = await stage.call('stream');
      const error = errorOf(outcome);
      assert.equal(error.class, errorClass, `${error.code} (${error.message}) is of class ${error.class}`);
      const ends = outcome.kind === 'error' ? outcome.parts.filter(({ type }) => type === 'done') : [];
      assert.equal(ends.length, 0, 'an end was told before the error');
      assert.equal(stage.requestsOf('stream').length, 1, 'the plugin asked again by itself');
    });
  return [
    notWhole('a stream that was closed without its end', streaming.unended(plainCompletion)),
    notWhole('a stream of which the connection broke', { ...streaming.reply(plainCompletion), fault: 'cut' }),
    notWhole('a failure in the middle', streaming.failing(plainCompletion, 502)),
    notWhole(
      'a failure in the middle that asks for fewer calls',
      streaming.failing(plainCompletion, 429),
      'rate_limited',
    ),
    notWhole('a stream without a choice', streaming.noChoice()),
    notWhole('a stream without anything', { ...streaming.noChoice(), body: '' }),
  ];
}

function leaving(streaming: AiProviderStreaming, check: MakeCheck): readonly Check[] {
  return [
    check('whoever leaves in the middle closes the connection to the vendor', async (stage) => {
      stage.replies('stream', { ...streaming.unended(plainCompletion), fault: 'stall' });
      const { leave } = await firstPart(stage);
      await leave();
      await assertClosed(stage);
    }),
    check('a signal in the middle is cancelled, and closes the connection to the vendor', async (stage) => {
      stage.replies('stream', { ...streaming.unended(plainCompletion), fault: 'stall' });
      const stop = new AbortController();
      const parts: CompletionPart[] = [];
      const reading = async () => {
        const options = { signal: stop.signal };
        for await (const part of stage.plugin.open(aiProvider.stream, plainQuestion, options)) {
          parts.push(part);
          if (parts.length === 1) stop.abort();
        }
      };
      const error: unknown = await reading().then(
        () => assert.fail('the stream ended as if nothing were wrong'),
        (thrown: unknown) => thrown,
      );
      assert.ok(hasCode(error, 'cancelled'), String(error));
      await assertClosed(stage);
    }),
  ];
}

async function firstPart(stage: Stage) {
  const parts = stage.plugin.open(aiProvider.stream, plainQuestion);
  const { value } = await withinReason(parts.next(), 'nothing was given before the vendor had come to an end');
  return { value: value as CompletionPart | undefined, leave: async () => void (await parts.return()) };
}

function assertWhole(parts: readonly CompletionPart[], completion: VendorCompletion): void {
  const text = parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
  assert.equal(text, completion.pieces.join(''), 'the text');
  const ends = parts.filter((part) => part.type === 'done');
  assert.equal(ends.length, 1, `${ends.length} ends were told`);
  assert.equal(parts.at(-1)?.type, 'done', 'the end is not the last part');
  for (const end of ends) assertEnding(end, completion);
}
