import { isStorageError } from '@fairlead/core/flow-api';
import { updateEvent } from '../events.ts';
import type { Reason } from '../model/signal.ts';
import type { UpdateState } from '../model/update.ts';
import type { SignalTools } from '../tools.ts';

export interface UpdateDraft {
  readonly id: string;
  readonly state: UpdateState;
}

/**
 * Puts an update down before its signal is touched: one to be applied as `applying`, so that a crash in between leaves
 * something to look at. Written once; what somebody has made of it since stays.
 * @returns the record as it is
 */
export async function beginUpdate(
  { updates, services }: SignalTools,
  { id, state }: UpdateDraft,
): Promise<UpdateState> {
  const begun: UpdateState = state.status === 'applied' ? { ...state, status: 'applying' } : state;
  const events =
    begun.status === 'unresolved' ? [updateEvent(services.event, 'update.unresolved', id, begun, 'channel')] : [];
  try {
    return (await updates.commit({ id, state: begun, events }, 0)).state;
  } catch (error) {
    if (!isStorageError(error, 'version_conflict')) throw error;
    return (await updates.get(id))?.state ?? begun;
  }
}

export interface UpdateEnd {
  readonly by: string;
  /** Why a person has to look after all; empty when it was applied. */
  readonly reasons: readonly Reason[];
  /** Where it was settled by a person: what they chose. */
  readonly target?: string;
}

/** What has become of an update whose signal was looked at. */
export async function finishUpdate(
  { updates, services }: SignalTools,
  id: string,
  { by, reasons, target }: UpdateEnd,
): Promise<void> {
  const isPerson = by !== 'channel' && by !== 'hub';
  await updates.update(id, (before) => {
    const status = reasons.length > 0 ? 'unresolved' : 'applied';
    if (before.status === status || before.status === 'applied' || before.status === 'dismissed') return undefined;
    const state: UpdateState = {
      ...before,
      status,
      reasons: [...reasons],
      awaits: null,
      settledBy: isPerson ? by : before.settledBy,
      ...(target === undefined ? {} : { target, foundBy: 'person' }),
    };
    const type = status === 'applied' ? 'update.applied' : 'update.unresolved';
    return { state, events: [updateEvent(services.event, type, id, state, by)] };
  });
}
