import assert from 'node:assert/strict';
import fc from 'fast-check';
import { aiProvider } from '../../src/capabilities/ai-provider.ts';
import type { Operation } from '../../src/contract/operation.ts';
import { compileCodec } from '../../src/wire/codec.ts';
import { arbitraryOf } from '../conformance/arbitrary-of.ts';
import { bodyFaults } from '../conformance/body-faults.ts';
import { mustNotStumble, mustRefuseFaults } from '../conformance/boundary.ts';
import type { Check } from '../conformance/check.ts';
import { spread } from '../conformance/single-faults.ts';
import { matchesRequest, rawReply } from '../counterparty-script.ts';
import { type AiProviderSubject, inputOf, offered, onStage, ready, type Stage } from './stage.ts';
import type { AiVendorOperation } from './vendor.ts';

/** The seed makes every run the same. */
const samples = { numRuns: 60, seed: 2_026 };
/** Of the places where a vendor's answer can be odd, this many are tried; a stream has many like each other. */
const mostFaults = 80;
const mostStreamFaults = 240;

/** Generated: any input that the contract allows, and any one oddity in what the vendor answers. */
export function boundaryChecks(subject: AiProviderSubject): readonly Check[] {
  return offered(subject).flatMap((operation) => [
    anyInput(subject, operation),
    wrongInput(subject, operation),
    oddAnswer(subject, operation),
  ]);
}

function operationOf(name: AiVendorOperation): Operation {
  return aiProvider.operations[name] as unknown as Operation;
}

const noSecrets = {
  toHandle: () => assert.fail('No secret crosses in this contract.'),
  fromHandle: () => assert.fail('No secret crosses in this contract.'),
};

/** Streams called like the others: whatever they are given, they end with their last part or with an error. */
function asCalls({ plugin }: Stage): Parameters<typeof mustNotStumble>[0] {
  const invoke = async (operation: Operation, input: unknown) => {
    if (operation.kind === 'unary') return plugin.invoke(operation, input as never);
    const types: unknown[] = [];
    for await (const part of plugin.open(operation, input as never)) types.push((part as { type: unknown }).type);
    assert.equal(types.indexOf('done'), types.length - 1, 'the stream ended without exactly one end');
    return types;
  };
  return { invoke: invoke as Stage['plugin']['invoke'] };
}

function anyInput(subject: AiProviderSubject, name: AiVendorOperation): Check {
  return onStage(subject, `${name}: no input that the contract allows makes the plugin stumble`, async (stage) => {
    const operation = operationOf(name);
    ready(stage, name);
    const { decode } = compileCodec(operation.input, noSecrets);
    const property = fc.asyncProperty(arbitraryOf(operation.input), async (wire) => {
      await mustNotStumble(asCalls(stage), operation, decode(wire));
    });
    await fc.assert(property, samples);
  });
}

function wrongInput(subject: AiProviderSubject, name: AiVendorOperation): Check {
  return onStage(
    subject,
    `${name}: an input outside the contract is refused before the vendor is called`,
    async (stage) => {
      await mustRefuseFaults(asCalls(stage), operationOf(name), inputOf(name));
      assert.equal(stage.requestsOf(name).length, 0, 'the vendor was called');
    },
  );
}

function oddAnswer(subject: AiProviderSubject, name: AiVendorOperation): Check {
  return onStage(
    subject,
    `${name}: an answer that is odd in one place never makes the plugin stumble`,
    async (stage) => {
      const operation = operationOf(name);
      ready(stage, name);
      const match = stage.matchOf(name);
      let body = Buffer.alloc(0);
      stage.counterparty.tamper((reply, request) => {
        if (matchesRequest(match, request)) body = Buffer.from(rawReply(reply).body);
        return reply;
      });
      await stage.call(name);
      const most = name === 'stream' ? mostStreamFaults : mostFaults;
      for (const { what, value } of spread(bodyFaults(body, mostFaults / 4), most)) {
        stage.counterparty.tamper((reply, request) =>
          matchesRequest(match, request) ? { ...reply, body: value } : reply,
        );
        await mustNotStumble(asCalls(stage), operation, inputOf(name), what);
      }
    },
  );
}
