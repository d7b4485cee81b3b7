import type { Capability } from '@fairlead/sdk';
import type { ConnectionTrial } from '../../guard/index.ts';
import { defineRoute, type Route } from '../../flow-api/index.ts';
import type { ConnectionTrialService, PluginService } from '../services.ts';
import { testView, triedChange, triedConnection } from './connection-schemas.ts';
import { credentialTest, vendorsAnswer, type VendorsAnswer } from './credential-test.ts';
import { idParams } from './schemas.ts';

export interface ConnectionTryOptions {
  readonly trials: ConnectionTrialService;
  readonly plugins: PluginService;
  /** Known to the hub: the SDK's and those of flows. */
  readonly capabilities: readonly Capability[];
}

/** Each makes the hub call out to wherever its settings say. */
const callsPerMinute = 30;

const description =
  'What is wrong with them is refused as saving would refuse it, by path. What the vendor says is the answer (200), also when it refuses them: `outcome: "failed"`. Nothing is stored, and a stored connection goes on as it is.';

/** Asks vendors about settings and secrets before they are saved. Who may save them may try them. */
export function connectionTryRoutes({ trials, plugins, capabilities }: ConnectionTryOptions): readonly Route[] {
  async function tried(open: () => Promise<ConnectionTrial>, signal: AbortSignal): Promise<VendorsAnswer> {
    let begun: ConnectionTrial | undefined;
    try {
      return await vendorsAnswer(async () => {
        begun = await open();
        const declared = Object.keys(plugins.find(begun.plugin)?.manifest?.capabilities ?? {});
        return begun.call(credentialTest(capabilities, declared), {}, { signal });
      });
    } finally {
      await begun?.[Symbol.asyncDispose]();
    }
  }

  return [
    defineRoute({
      method: 'POST',
      path: '/api/connections/try',
      permission: 'connections.write',
      audit: {
        action: 'connection.try',
        details: ({ body }, answer) => ({ plugin: body.plugin, ...triedDetails(body, answer) }),
      },
      idempotent: 'none',
      callsPerMinute,
      summary: 'Ask the vendor whether settings and secrets of a new connection work, before it is added.',
      description,
      body: triedConnection,
      responses: { 200: testView },
      handler: ({ body, signal }) => tried(() => trials.openNew(body), signal),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/connections/{id}/try',
      permission: 'connections.write',
      audit: {
        action: 'connection.try',
        details: ({ body }, answer) => ({ changed: Object.keys(body).join(' '), ...triedDetails(body, answer) }),
      },
      idempotent: 'none',
      callsPerMinute,
      summary: 'Ask the vendor whether a change of a connection would work; If-Match takes the ETag that was seen.',
      description: `${description} Stored secrets are used where the change has no others, but not with a changed address: beside that each has to be given again.`,
      params: idParams,
      body: triedChange,
      responses: { 200: testView },
      handler: ({ params, body, signal, ifMatch }) =>
        tried(() => trials.openChange(params.id, body, { expectedVersion: ifMatch }), signal),
    }),
  ];
}

function triedDetails({ secrets = {} }: { readonly secrets?: object }, answer: VendorsOutcome) {
  return { secrets: Object.keys(secrets).join(' '), outcome: answer?.outcome ?? 'not run' };
}

type VendorsOutcome = { readonly outcome: string } | undefined;
