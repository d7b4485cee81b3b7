import assert from 'node:assert/strict';
import fc from 'fast-check';
import { paymentGateway } from '../../src/capabilities/payment-gateway.ts';
import type { Operation } from '../../src/contract/operation.ts';
import { compileCodec } from '../../src/wire/codec.ts';
import { arbitraryOf } from '../conformance/arbitrary-of.ts';
import type { Check } from '../conformance/check.ts';
import { mustNotStumble, mustRefuseFaults } from '../conformance/boundary.ts';
import { jsonFaults, spread } from '../conformance/single-faults.ts';
import { matchesRequest, rawReply, type Reply } from '../counterparty-script.ts';
import { inputOf, offered, onStage, type PaymentGatewaySubject, type Stage } from './stage.ts';
import type { VendorOperation } from './vendor.ts';

/** Inputs per operation; the seed makes every run the same. */
const samples = { numRuns: 60, seed: 2_026 };
/** Of the places where a vendor's answer can be odd, this many are tried. */
const mostFaults = 80;

/** Generated: any input that the contract allows, and any one oddity in what the vendor answers. */
export function boundaryChecks(subject: PaymentGatewaySubject): readonly Check[] {
  return [
    ...offered(subject).flatMap((operation) => [
      anyInput(subject, operation),
      wrongInput(subject, operation),
      oddAnswer(subject, operation),
    ]),
    anyWebhook(subject),
  ];
}

function operationOf(name: VendorOperation | 'receive'): Operation {
  return paymentGateway.operations[name] as unknown as Operation;
}

const noSecrets = {
  toHandle: () => assert.fail('No secret crosses in this contract.'),
  fromHandle: () => assert.fail('No secret crosses in this contract.'),
};

function anyInput(subject: PaymentGatewaySubject, name: VendorOperation): Check {
  return onStage(subject, `${name}: no input that the contract allows makes the plugin stumble`, async (stage) => {
    const operation = operationOf(name);
    stage.succeed(name, stage.values());
    const { decode } = compileCodec(operation.input, noSecrets);
    await fc.assert(
      fc.asyncProperty(arbitraryOf(operation.input), async (wire) =>
        mustNotStumble(stage.plugin, operation, decode(wire)),
      ),
      samples,
    );
  });
}

function anyWebhook(subject: PaymentGatewaySubject): Check {
  return onStage(subject, 'receive: no request of any bytes and headers makes the plugin stumble', async (stage) => {
    const operation = operationOf('receive');
    const { decode } = compileCodec(operation.input, noSecrets);
    await fc.assert(
      fc.asyncProperty(arbitraryOf(operation.input), async (wire) => {
        const answer = (await stage.plugin.invoke(operation, decode(wire) as never)) as { outcome: string };
        assert.equal(answer.outcome, 'invalid', 'an unsigned request is believed');
      }),
      { ...samples, numRuns: 200 },
    );
  });
}

function wrongInput(subject: PaymentGatewaySubject, name: VendorOperation): Check {
  return onStage(
    subject,
    `${name}: an input outside the contract is refused before the vendor is called`,
    async (stage) => {
      const operation = operationOf(name);
      stage.succeed(name, stage.values());
      await mustRefuseFaults(stage.plugin, operation, inputOf(name, stage.values(), stage.vendor));
      assert.equal(stage.requestsOf(name).length, 0, 'the vendor was called');
    },
  );
}

function oddAnswer(subject: PaymentGatewaySubject, name: VendorOperation): Check {
  return onStage(
    subject,
    `${name}: an answer of which one member is missing or odd never makes the plugin stumble`,
    async (stage) => {
      const operation = operationOf(name);
      const values = stage.values();
      const input = inputOf(name, values, stage.vendor);
      stage.succeed(name, values);
      const original = await recordAnswer(stage, name, () => mustNotStumble(stage.plugin, operation, input));
      const match = stage.matchOf(name);
      for (const { what, value } of spread(jsonFaults(original), mostFaults)) {
        stage.counterparty.tamper((reply, request) =>
          matchesRequest(match, request) ? { ...reply, body: value ?? 'null' } : reply,
        );
        await mustNotStumble(stage.plugin, operation, input, what);
      }
    },
  );
}

/** The JSON by which the vendor answered the request that carries the operation out. */
async function recordAnswer(stage: Stage, name: VendorOperation, call: () => Promise<void>): Promise<unknown> {
  const match = stage.matchOf(name);
  let body: unknown;
  stage.counterparty.tamper((reply: Reply, request) => {
    if (matchesRequest(match, request)) body = JSON.parse(rawReply(reply).body.toString('utf8') || 'null');
    return reply;
  });
  await call();
  return body;
}
