import assert from 'node:assert/strict';
import type { Completion, CompletionRequest } from '../../src/capabilities/ai-provider.ts';
import type { Check } from '../conformance/check.ts';
import {
  type AiProviderSubject,
  declares,
  onStage,
  plainCompletion,
  plainQuestion,
  ready,
  type Stage,
} from './stage.ts';
import type { VendorCompletion } from './vendor.ts';

/** More digits than a float holds. */
const exactCost = '0.001234567890123456789';

const answerSchema = {
  name: 'verdict',
  schema: {
    type: 'object',
    properties: { verdict: { type: 'string', enum: ['yes', 'no'] }, why: { type: ['string', 'null'] } },
    required: ['verdict', 'why'],
    additionalProperties: false,
  },
};

/** Answers in one piece, and what the vendor is asked for. */
export function completionChecks(subject: AiProviderSubject): readonly Check[] {
  const check = (title: string, run: (stage: Stage) => Promise<void>) => onStage(subject, `complete: ${title}`, run);
  const answers = async (stage: Stage, completion: VendorCompletion, input?: CompletionRequest) => {
    stage.replies('complete', stage.vendor.whole(completion));
    return stage.complete(input);
  };
  return [
    check('the text is the vendor’s, letter for letter', async (stage) => {
      assert.equal((await answers(stage, plainCompletion)).text, plainCompletion.pieces.join(''));
      assert.equal((await answers(stage, { ...plainCompletion, pieces: [] })).text, '');
    }),
    check('an answer names the model that gave it, why it ended, and what it took', async (stage) => {
      assertEnding(await answers(stage, plainCompletion), plainCompletion);
    }),
    check('what the vendor does not say of usage is not made up', async (stage) => {
      const { usage: _, ...silent } = plainCompletion;
      assert.equal((await answers(stage, silent)).usage, undefined);
    }),
    ...(subject.vendor.tellsCost
      ? [
          check('the cost is the vendor’s, digit by digit', async (stage) => {
            for (const costUsd of [exactCost, '0', '12', '0.00000001']) {
              const usage = { promptTokens: 1, completionTokens: 2, costUsd };
              const answer = await answers(stage, { ...plainCompletion, usage });
              assert.deepEqual(answer.usage, usage);
            }
          }),
        ]
      : []),
    ...(['length', 'filtered'] as const).map((finish) =>
      check(`an answer that ended by “${finish}” says so, and has the text so far`, async (stage) => {
        const completion = { ...plainCompletion, finish };
        const answer = await answers(stage, completion);
        assert.deepEqual([answer.finish, answer.text], [finish, completion.pieces.join('')]);
      }),
    ),
    check('the vendor is asked once, for what was given', async (stage) => {
      const turns: CompletionRequest['turns'] = [
        { role: 'system', content: 'Be “brief”.\n' },
        { role: 'user', content: 'Première question 🚀 </script> {{x}} ${y}' },
        { role: 'assistant', content: '' },
        { role: 'user', content: 'And then?' },
      ];
      await answers(stage, plainCompletion, { model: 'some/model:free', turns, temperature: 0.25, maxTokens: 321 });
      const { schema: _, ...asked } = onlyQuestion(stage);
      assert.deepEqual(asked, { model: 'some/model:free', turns, temperature: 0.25, maxTokens: 321 });
    }),
    check('what was not given is left to the vendor', async (stage) => {
      await answers(stage, plainCompletion);
      const { model, turns, ...rest } = onlyQuestion(stage);
      assert.deepEqual({ model, turns }, plainQuestion);
      assert.deepEqual(
        Object.entries(rest).filter(([, value]) => value !== undefined),
        [],
        'the vendor was told what nobody had said',
      );
    }),
    check('an answer schema is passed on as it is', async (stage) => {
      await answers(stage, plainCompletion, { ...plainQuestion, answerSchema });
      const asked = onlyQuestion(stage);
      assert.deepEqual(asked.schema, answerSchema.schema);
      for (const turn of plainQuestion.turns) {
        assert.ok(
          asked.turns.some(({ content }) => content === turn.content),
          'a turn is missing',
        );
      }
    }),
    check('calls at the same time get their own answers', async (stage) => {
      stage.counterparty.on(stage.matchOf('complete'), (request) =>
        stage.vendor.whole({ ...plainCompletion, pieces: [String(stage.vendor.asked(request).turns[0]?.content)] }),
      );
      const questions = Array.from({ length: 20 }, (_, index) => `question ${index}`);
      const given = await Promise.all(
        questions.map((content) => stage.complete({ ...plainQuestion, turns: [{ role: 'user', content }] })),
      );
      assert.deepEqual(
        given.map(({ text }) => text),
        questions,
      );
    }),
    onStage(subject, 'testCredentials: names the account without asking a model', async (stage) => {
      ready(stage, 'complete');
      const outcome = await stage.call('testCredentials');
      assert.equal(outcome.kind, 'answer', JSON.stringify(outcome));
      assert.equal(stage.requestsOf('complete').length, 0, 'a model was asked, which costs');
    }),
    ...(declares(subject, 'listModels') ? [modelsCheck(subject)] : []),
  ];
}

function modelsCheck(subject: AiProviderSubject): Check {
  return onStage(subject, 'listModels: names each model once', async (stage) => {
    const outcome = await stage.call('listModels');
    assert.equal(outcome.kind, 'answer', JSON.stringify(outcome));
    const { models } = (outcome as { answer: { models: { id: string }[] } }).answer;
    assert.ok(models.length > 0, 'no model is named');
    assert.equal(new Set(models.map(({ id }) => id)).size, models.length, 'a model is named twice');
  });
}

function onlyQuestion(stage: Stage) {
  const [request, ...others] = stage.requestsOf('complete');
  assert.ok(request !== undefined, 'the vendor was not asked');
  assert.equal(others.length, 0, 'the vendor was asked more than once');
  return stage.vendor.asked(request);
}

/** That an answer, or the last part of a stream, ends as the vendor said. */
export function assertEnding(ending: Omit<Completion, 'text'>, completion: VendorCompletion): void {
  assert.equal(ending.finish, completion.finish, 'why it ended');
  assert.equal(ending.model, completion.model, 'the model that answered');
  assert.deepEqual(ending.usage, completion.usage, 'what it took');
}
