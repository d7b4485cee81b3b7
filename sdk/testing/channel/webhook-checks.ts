import assert from 'node:assert/strict';
import { channel } from '../../src/capabilities/channel.ts';
import type { OutputOf } from '../../src/contract/operation.ts';
import type { WebhookRequest } from '../../src/webhook/contract.ts';
import type { Check } from '../conformance/check.ts';
import { spread } from '../conformance/single-faults.ts';
import { type ChannelSubject, declares, onStage, type Stage } from './stage.ts';
import type { ChannelSigning, ChannelWebhooks, VendorMessage } from './vendor.ts';

type Events = Extract<OutputOf<typeof channel.receive>, { outcome: 'events' }>['events'];

/** Verification, dedupe keys, and that pushes and polls agree. */
export function webhookChecks(subject: ChannelSubject): readonly Check[] {
  if (!declares(subject, 'receive')) return [];
  const check = (title: string, run: (stage: Stage) => Promise<void>) =>
    onStage(subject, `receive: ${title}`, async (stage) => {
      await webhooksOf(stage).prepare?.(stage.plugin, stage.counterparty);
      await run(stage);
    });
  return [
    check('a genuine webhook gives its message', async (stage) => {
      const message = stage.message();
      const [event] = await receive(stage, message);
      assert.deepEqual([event?.message.change, event?.message.text], ['created', message.text]);
    }),
    check('the same bytes twice give the same events, another message another key', async (stage) => {
      const message = stage.message();
      const first = await receive(stage, message);
      assert.deepEqual(await receive(stage, message), first);
      const other = await receive(stage, stage.message());
      const keys = first.map(({ dedupeKey }) => dedupeKey);
      assert.ok(!other.some(({ dedupeKey }) => keys.includes(dedupeKey)), 'another message has the same dedupe key');
    }),
    ...(declares(subject, 'fetch') ? [agreement(subject)] : []),
    ...forgeryChecks(subject, check),
    check('signed bytes that are no message are no event and no error', async (stage) => {
      for (const text of [
        '',
        ' ',
        'null',
        '[]',
        '{}',
        '"text"',
        '7',
        '{"',
        '<html/>',
        '<a',
        'a=1&b=2',
        '\u0000\uFFFD',
      ]) {
        const rawBody = new TextEncoder().encode(text);
        const answer = await invoke(stage, requestFor(stage, stage.message(), { rawBody }));
        const believed = answer.outcome === 'events' && answer.events.length > 0;
        assert.ok(!believed, `${JSON.stringify(text)} became a message`);
      }
    }),
  ];
}

function agreement(subject: ChannelSubject): Check {
  return onStage(subject, 'receive: a message that is pushed and polled has one id and one revision', async (stage) => {
    const message = stage.message();
    stage.state.publish(message);
    await webhooksOf(stage).prepare?.(stage.plugin, stage.counterparty);
    const [pushed] = await receive(stage, message);
    const polled = (await stage.drain()).messages.filter(({ text }) => text === message.text);
    assert.deepEqual(
      polled.map(({ id, revision }) => [id, revision]),
      [[pushed?.message.id, pushed?.message.revision]],
    );
  });
}

type MakeCheck = (title: string, run: (stage: Stage) => Promise<void>) => Check;

function forgeryChecks({ vendor }: ChannelSubject, check: MakeCheck): readonly Check[] {
  const webhooks = vendor.webhooks;
  if (webhooks === undefined) throw new Error('The vendor adapter does not say how webhooks are made.');
  const { toleranceMs, signatureHeaders, rotates = false, signsBody = true } = webhooks;
  const invalid = (title: string, forge: (genuine: WebhookRequest, stage: Stage) => WebhookRequest) =>
    check(`${title} is not believed`, async (stage) => {
      await expectInvalid(stage, forge(requestFor(stage, stage.message()), stage));
    });
  return [
    ...(signsBody ? bodyForgeries(check, invalid) : []),
    invalid('a signature by somebody else', (_, stage) => requestFor(stage, stage.message(), { signer: 'stranger' })),
    ...signatureHeaders.flatMap((header) => [
      invalid(`a request without the header ${header}`, (genuine) => {
        const { [header]: _, ...headers } = genuine.headers;
        return { ...genuine, headers };
      }),
      ...['', ',', 'x', '\u0000', 'sha256=', 'A'.repeat(10_000)].map((text) =>
        invalid(`the header ${header} reading ${JSON.stringify(text.slice(0, 8))}`, (genuine) => ({
          ...genuine,
          headers: { ...genuine.headers, [header]: text },
        })),
      ),
    ]),
    ...(toleranceMs === undefined
      ? []
      : [
          invalid('a signature older than the tolerance', (_, stage) =>
            requestFor(stage, stage.message(), { atMs: stage.clock.now() - toleranceMs - 2_000 }),
          ),
        ]),
    ...(rotates
      ? [
          check('a signature by the second secret of the list is believed', async (stage) => {
            await receive(stage, stage.message(), { signer: 'second' });
          }),
        ]
      : []),
  ];
}

type MakeInvalid = (title: string, forge: (genuine: WebhookRequest, stage: Stage) => WebhookRequest) => Check;

function bodyForgeries(check: MakeCheck, invalid: MakeInvalid): readonly Check[] {
  return [
    check('a body with any one byte changed is not believed', async (stage) => {
      const genuine = requestFor(stage, stage.message());
      for (const index of spread([...genuine.rawBody.keys()], 50)) {
        const rawBody = Uint8Array.from(genuine.rawBody);
        rawBody[index] = (rawBody[index] ?? 0) ^ 1;
        await expectInvalid(stage, { ...genuine, rawBody }, `(byte ${index})`);
      }
    }),
    invalid('a body with a space after it', (genuine) => ({
      ...genuine,
      rawBody: Buffer.concat([genuine.rawBody, Buffer.from(' ')]),
    })),
  ];
}

function webhooksOf({ vendor }: Stage): ChannelWebhooks {
  if (vendor.webhooks === undefined) throw new Error('The vendor adapter does not say how webhooks are made.');
  return vendor.webhooks;
}

function requestFor(stage: Stage, message: VendorMessage, given: Partial<ChannelSigning> = {}): WebhookRequest {
  const signing = { signer: 'first', atMs: stage.clock.now(), ...given } as const;
  return webhooksOf(stage).request(message, signing, stage.plugin);
}

function invoke(stage: Stage, request: WebhookRequest) {
  return stage.plugin.invoke(channel.operations.receive, request);
}

async function receive(stage: Stage, message: VendorMessage, given?: Partial<ChannelSigning>): Promise<Events> {
  const answer = await invoke(stage, requestFor(stage, message, given));
  if (answer.outcome === 'events') return answer.events;
  throw new Error(`A genuine webhook is not believed: ${answer.reason} (${answer.detail ?? 'no detail'}).`);
}

async function expectInvalid(stage: Stage, request: WebhookRequest, hint = ''): Promise<void> {
  const answer = await invoke(stage, request);
  assert.equal(answer.outcome, 'invalid', `a forged request is believed ${hint}`);
}
