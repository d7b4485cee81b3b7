import { HubError, type Stored } from '@fairlead/core/flow-api';
import { updateEvent } from '../events.ts';
import type { UpdateState } from '../model/update.ts';
import type { SignalTools } from '../tools.ts';
import { applyUpdate } from './apply-update.ts';

export interface ResolveRequest {
  readonly id: string;
  readonly by: string;
  readonly target: string | undefined;
  readonly force: boolean;
}

/** A person says what an update is about. @throws HubError `not_found`, `conflict` with what speaks against it */
export async function resolveUpdate(tools: SignalTools, request: ResolveRequest): Promise<Stored<UpdateState>> {
  const { id, by, force } = request;
  const { state } = await demand(tools, id);
  return tools.turns.alone(state.connectionId, async () => {
    const before = await demand(tools, id);
    if (before.state.status !== 'unresolved') throw settled(before.state);
    const target = request.target ?? before.state.target;
    if (target === null) {
      throw new HubError('invalid_request', {
        errors: [{ path: '/signal', message: 'is needed: no signal was found' }],
      });
    }
    const signal = await tools.signals.get(target);
    if (signal?.state.connectionId !== before.state.connectionId) {
      throw new HubError('invalid_request', {
        errors: [{ path: '/signal', message: 'is not a signal of this channel' }],
      });
    }
    const refused = await applyUpdate(tools, { id, update: before.state, target, by, force });
    if (refused.length > 0) {
      throw new HubError('conflict', {
        detail: `${refused.map(({ text }) => text).join(' ')} Dismiss it, or apply it all the same with an override and a reason.`,
        details: { reasons: refused.map(({ code }) => code) },
      });
    }
    const stored = await tools.updates.update(id, (now) => {
      if (now.status === 'applied') return undefined;
      const next: UpdateState = {
        ...now,
        status: 'applied',
        target,
        foundBy: now.target === target ? now.foundBy : 'person',
        awaits: null,
        settledBy: by,
      };
      return { state: next, events: [updateEvent(tools.services.event, 'update.applied', id, next, by)] };
    });
    return stored ?? before;
  });
}

/** @throws HubError `not_found`, `conflict` when it was settled before */
export async function dismissUpdate(tools: SignalTools, id: string, by: string): Promise<Stored<UpdateState>> {
  const before = await demand(tools, id);
  const stored = await tools.updates.update(id, (now) => {
    if (now.status !== 'unresolved') throw settled(now);
    const next: UpdateState = { ...now, status: 'dismissed', awaits: null, settledBy: by };
    return { state: next, events: [updateEvent(tools.services.event, 'update.dismissed', id, next, by)] };
  });
  return stored ?? before;
}

async function demand({ updates }: SignalTools, id: string): Promise<Stored<UpdateState>> {
  const stored = await updates.get(id);
  if (stored === undefined) throw new HubError('not_found', { detail: 'There is no such update.' });
  return stored;
}

function settled({ status }: UpdateState): HubError {
  return new HubError('conflict', { detail: `The update is ${status} already.`, details: { status } });
}
