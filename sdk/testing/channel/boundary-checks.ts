import assert from 'node:assert/strict';
import fc from 'fast-check';
import { channel } from '../../src/capabilities/channel.ts';
import type { Operation } from '../../src/contract/operation.ts';
import { compileCodec } from '../../src/wire/codec.ts';
import { arbitraryOf } from '../conformance/arbitrary-of.ts';
import type { Check } from '../conformance/check.ts';
import { mustNotStumble, mustRefuseFaults } from '../conformance/boundary.ts';
import { bodyFaults } from '../conformance/body-faults.ts';
import { spread } from '../conformance/single-faults.ts';
import { matchesRequest, rawReply } from '../counterparty-script.ts';
import { ready } from './failure-checks.ts';
import { type ChannelSubject, declares, inputOf, offered, onStage } from './stage.ts';
import type { ChannelVendorOperation } from './vendor.ts';

/** The seed makes every run the same. */
const samples = { numRuns: 60, seed: 2_026 };
/** Of the places where a vendor's answer can be odd, this many are tried. */
const mostFaults = 80;

/** Generated: any input that the contract allows, and any one oddity in what the vendor answers. */
export function boundaryChecks(subject: ChannelSubject): readonly Check[] {
  return [
    ...offered(subject).flatMap((operation) => [
      anyInput(subject, operation),
      wrongInput(subject, operation),
      oddAnswer(subject, operation),
    ]),
    ...(declares(subject, 'receive') ? [anyWebhook(subject)] : []),
  ];
}

function operationOf(name: ChannelVendorOperation | 'receive'): Operation {
  return channel.operations[name] as unknown as Operation;
}

const noSecrets = {
  toHandle: () => assert.fail('No secret crosses in this contract.'),
  fromHandle: () => assert.fail('No secret crosses in this contract.'),
};

function anyInput(subject: ChannelSubject, name: ChannelVendorOperation): Check {
  return onStage(subject, `${name}: no input that the contract allows makes the plugin stumble`, async (stage) => {
    const operation = operationOf(name);
    await ready(stage, name);
    const { decode } = compileCodec(operation.input, noSecrets);
    const property = fc.asyncProperty(arbitraryOf(operation.input), async (wire) => {
      await mustNotStumble(stage.plugin, operation, decode(wire));
    });
    await fc.assert(property, samples);
  });
}

function anyWebhook(subject: ChannelSubject): Check {
  return onStage(subject, 'receive: no request of any bytes and headers makes the plugin stumble', async (stage) => {
    await stage.vendor.webhooks?.prepare?.(stage.plugin, stage.counterparty);
    const operation = operationOf('receive');
    const { decode } = compileCodec(operation.input, noSecrets);
    const property = fc.asyncProperty(arbitraryOf(operation.input), async (wire) => {
      const answer = (await stage.plugin.invoke(operation, decode(wire) as never)) as { outcome: string };
      assert.equal(answer.outcome, 'invalid', 'an unsigned request is believed');
    });
    await fc.assert(property, { ...samples, numRuns: 200 });
  });
}

function wrongInput(subject: ChannelSubject, name: ChannelVendorOperation): Check {
  return onStage(
    subject,
    `${name}: an input outside the contract is refused before the vendor is called`,
    async (stage) => {
      const operation = operationOf(name);
      await mustRefuseFaults(stage.plugin, operation, inputOf(name, stage.vendor));
      assert.equal(stage.requestsOf(name).length, 0, 'the vendor was called');
    },
  );
}

function oddAnswer(subject: ChannelSubject, name: ChannelVendorOperation): Check {
  return onStage(
    subject,
    `${name}: an answer that is odd in one place never makes the plugin stumble`,
    async (stage) => {
      const operation = operationOf(name);
      const cursor = await ready(stage, name);
      const match = stage.matchOf(name);
      let body = Buffer.alloc(0);
      stage.counterparty.tamper((reply, request) => {
        if (matchesRequest(match, request)) body = Buffer.from(rawReply(reply).body);
        return reply;
      });
      if (name === 'fetch') stage.publish(1);
      await stage.call(name, undefined, cursor);
      for (const { what, value } of spread(bodyFaults(body, mostFaults / 4), mostFaults)) {
        if (name === 'send') stage.vendor.sending?.accepts(stage.counterparty, 'sent-1');
        stage.counterparty.tamper((reply, request) =>
          matchesRequest(match, request) ? { ...reply, body: value } : reply,
        );
        await mustNotStumble(stage.plugin, operation, inputOf(name, stage.vendor, cursor), what);
      }
    },
  );
}
