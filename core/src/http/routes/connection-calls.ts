import type { Capability, Clock } from '@fairlead/sdk';
import { Type } from 'typebox';
import { HubError } from '../../errors/index.ts';
import { defineRoute, type Route, reply } from '../../flow-api/index.ts';
import { createOperationJson, findOperation, refuseUnsafe } from '../call-operation.ts';
import type { ConnectionService, GuardService, HealthService, LaneService, PluginService } from '../services.ts';
import { testView } from './connection-schemas.ts';
import { credentialTest, vendorsAnswer } from './credential-test.ts';
import {
  changeView,
  healthQuery,
  healthState,
  minuteSpan,
  minuteView,
  showHealth,
  showMinute,
} from './health-schemas.ts';
import { anyJson, closed, idParams, moment, text } from './schemas.ts';

export interface ConnectionCallOptions {
  readonly connections: ConnectionService;
  readonly plugins: PluginService;
  readonly guard: GuardService;
  readonly health: HealthService;
  readonly lanes: LaneService;
  readonly clock: Clock;
  /** Known to the hub: the SDK's and those of flows. */
  readonly capabilities: readonly Capability[];
  /** For each capability the route of the flow that does what is not called by hand: `POST /api/payments`. */
  readonly flowRoutes: { readonly [capability: string]: string };
}

const laneState = Type.Object({
  name: Type.String(),
  state: Type.String({ description: 'closed, half_open, open, forced_open or forced_closed' }),
  override: Type.Optional(
    Type.Object({ state: Type.String(), reason: Type.String(), until: Type.String(), by: Type.String() }),
  ),
});

const callView = Type.Object({
  at: Type.String(),
  operation: Type.String(),
  attempt: Type.Integer(),
  durationMs: Type.Number(),
  outcome: Type.String({ description: 'success, or the class of the error' }),
  code: Type.Optional(Type.String()),
});

/** How a connection does, and what can be asked of its vendor by hand. */
export function connectionCallRoutes(options: ConnectionCallOptions): readonly Route[] {
  const { connections, plugins, guard, health, lanes, clock, capabilities } = options;
  const json = createOperationJson();

  async function declaredBy(connectionId: string): Promise<readonly string[]> {
    const { plugin } = await connections.get(connectionId);
    return Object.keys(plugins.find(plugin)?.manifest?.capabilities ?? {});
  }

  return [
    defineRoute({
      method: 'POST',
      path: '/api/connections/{id}/test',
      permission: 'connections.operate',
      audit: { action: 'connection.test', details: (_request, answer) => ({ outcome: answer?.outcome ?? 'not run' }) },
      idempotent: 'none',
      summary: 'Ask the vendor, without changing anything, whether the credentials work.',
      description: 'What the vendor says is the answer (200), also when it refuses them: `outcome: "failed"`.',
      params: idParams,
      responses: { 200: testView },
      handler: async ({ params, signal }) => {
        const probe = credentialTest(capabilities, await declaredBy(params.id));
        const said = await vendorsAnswer(() => guard.invoke(params.id, probe, {}, { signal }));
        const { outcome, code, message } = said;
        await connections.recordTest(params.id, outcome === 'ok' ? { outcome } : { outcome, code, message });
        return said;
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/connections/{id}/health',
      permission: 'connections.read',
      summary: 'What is known of a connection, why, and its calls by the minute.',
      params: idParams,
      query: healthQuery,
      responses: {
        200: Type.Object({
          ...healthState.properties,
          history: Type.Array(changeView),
          lanes: Type.Array(laneState),
          minutes: Type.Array(minuteView),
        }),
      },
      handler: async ({ params, query }) => {
        const { id } = await connections.get(params.id);
        const { from, to } = minuteSpan(query, clock);
        const [record, minutes, known] = await Promise.all([
          health.get(id),
          health.minutes({ connectionId: id }, from, to),
          lanes.lanes(id),
        ]);
        return {
          ...showHealth(record),
          history: record?.history ?? [],
          lanes: known.map(({ name, state }) => ({ name, ...state })),
          minutes: minutes.map(showMinute),
        };
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/connections/{id}/calls',
      permission: 'connections.read',
      summary: 'The latest attempts since the hub started, newest first.',
      params: idParams,
      query: Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })) }, closed),
      responses: { 200: Type.Object({ items: Type.Array(callView), nextCursor: Type.Null() }) },
      handler: async ({ params, query }) => {
        const { id } = await connections.get(params.id);
        const calls = lanes.calls(id).slice(0, query.limit ?? 50);
        return { items: calls.map((call) => ({ ...call, at: new Date(call.at).toISOString() })), nextCursor: null };
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/connections/{id}/lanes/{lane}/override',
      permission: 'connections.operate',
      audit: {
        action: 'connection.override-lane',
        details: ({ params, body }) => ({
          lane: params.lane,
          state: body.state,
          reason: body.reason,
          until: body.until ?? '',
        }),
      },
      idempotent: 'none',
      summary: 'Force a lane open (no calls) or closed (calls in spite of failures) until a time, or end that.',
      params: Type.Object(
        { ...idParams.properties, lane: Type.String({ pattern: '^[a-z][a-zA-Z0-9-]{0,63}$' }) },
        closed,
      ),
      body: Type.Object(
        { state: Type.Enum(['open', 'closed', 'automatic']), reason: text(500), until: Type.Optional(moment) },
        closed,
      ),
      responses: { 200: Type.Object({ lanes: Type.Array(laneState) }) },
      handler: async ({ params, body, actor }) => {
        const { id } = await connections.get(params.id);
        const { state, reason, until } = body;
        if (state === 'automatic') await lanes.override(id, params.lane, null);
        else await lanes.override(id, params.lane, { state, reason, until: inTheFuture(until, clock), by: actor.id });
        return { lanes: (await lanes.lanes(id)).map((lane) => ({ name: lane.name, ...lane.state })) };
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/connections/{id}/operations/{operation}',
      permission: 'connections.operate',
      audit: { action: 'connection.call', details: ({ params }) => ({ operation: params.operation }) },
      idempotent: 'none',
      summary: 'Call an operation that changes nothing, by hand. Others answer 409 and name the route of their flow.',
      params: Type.Object(
        { ...idParams.properties, operation: Type.String({ pattern: '^[a-z][A-Za-z0-9]{0,63}$' }) },
        closed,
      ),
      body: Type.Object({ input: Type.Record(Type.String(), Type.Unknown()) }, closed),
      responses: { 200: Type.Object({ output: anyJson }) },
      handler: async ({ params, body, signal }) => {
        const operation = findOperation(capabilities, await declaredBy(params.id), params.operation);
        if (operation === undefined)
          throw new HubError('not_found', { detail: 'The plugin has no operation of this name.' });
        refuseUnsafe(operation, options.flowRoutes);
        try {
          const input = json.input(operation, body.input, '/body/input');
          const output: unknown = await guard.invoke(params.id, operation, input as never, { signal });
          return reply({ body: { output: json.output(operation, output) } });
        } catch (error) {
          throw json.translated(error, '/body/input');
        }
      },
    }),
  ];
}

function inTheFuture(until: string | undefined, clock: Clock): string {
  const wrong = (message: string) =>
    new HubError('invalid_request', {
      detail: `“until” ${message}.`,
      errors: [{ path: '/until', message }],
    });
  if (until === undefined) throw wrong('is required with this state');
  const ms = Date.parse(until);
  if (Number.isNaN(ms) || ms <= clock.now()) throw wrong('must lie in the future');
  return new Date(ms).toISOString();
}
