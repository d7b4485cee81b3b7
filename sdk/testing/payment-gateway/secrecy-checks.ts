import assert from 'node:assert/strict';
import { paymentGateway } from '../../src/capabilities/payment-gateway.ts';
import type { Check } from '../conformance/check.ts';
import { matchesRequest, type Reply } from '../counterparty-script.ts';
import { offered, onStage, type PaymentGatewaySubject, type Place, type Stage } from './stage.ts';

const titles: { readonly [Name in Place]: string } = {
  log: 'no secret of the settings can be read in its log',
  error: 'no secret of the settings can be read in an error',
  address: 'no secret of the settings can be read in an address that it calls',
  state: 'no secret of the settings can be read in its key-value state',
};

/** Every operation, done, refused and failing: none of it may show a secret. */
export function secrecyChecks(subject: PaymentGatewaySubject): readonly Check[] {
  return (Object.keys(titles) as Place[]).map((place) =>
    onStage(subject, titles[place], async (stage) => {
      await tryEverything(stage, subject);
      assert.ok(!stage.secretsIn(place), 'a secret can be read there');
    }),
  );
}

async function tryEverything(stage: Stage, subject: PaymentGatewaySubject): Promise<void> {
  const { failures = {} } = subject.vendor;
  const replies: readonly (Reply | undefined)[] = [
    undefined,
    failures.unauthorized?.() ?? { status: 401, body: {} },
    failures.serverError?.() ?? { status: 500, body: {} },
    { status: 200, body: 'not what was asked for' },
    { fault: 'reset' },
  ];
  const values = stage.values();
  for (const operation of offered(subject)) {
    stage.succeed(operation, values);
    const match = stage.matchOf(operation);
    for (const replacement of replies) {
      stage.counterparty.tamper((reply, request) => (matchesRequest(match, request) ? (replacement ?? reply) : reply));
      await stage.call(operation, values);
    }
  }
  for (const signer of ['first', 'stranger'] as const) {
    const request = stage.vendor.webhooks.request('paid', values, { signer, atMs: values.nowMs });
    await stage.plugin.invoke(paymentGateway.operations.receive, request);
  }
}
