import { type Actor, type Change, HubError, type Stored } from '@fairlead/core/flow-api';
import { faultOf } from '../decide/decide.ts';
import { reason } from '../decide/reasons.ts';
import { signalEvent } from '../events.ts';
import type { ParsedSignal } from '../model/parse-result.ts';
import { freshStanding, type SignalState, type SignalStatus, withHistory } from '../model/signal.ts';
import type { ChannelPolicy } from '../model/parser.ts';
import { checkSignal } from '../parse/index.ts';
import { expiryOf } from '../take/settle-signal.ts';
import type { SignalTools } from '../tools.ts';

export interface Override {
  readonly reason: string;
}

export interface ActRequest {
  readonly id: string;
  readonly actor: Actor;
  /** Version that the person has looked at; undefined for whatever it is now. */
  readonly ifMatch: number | undefined;
}

/** Publishes a signal by hand. @throws HubError `not_found`, `conflict` with what is wrong with it, `version_conflict` */
export function publishSignal(
  tools: SignalTools,
  request: ActRequest,
  override: Override | undefined,
): Promise<Stored<SignalState>> {
  return act(tools, request, (before, { now, policy }) => {
    if (
      before.status !== 'review' &&
      before.status !== 'parsed' &&
      !(before.status === 'rejected' && override !== undefined)
    ) {
      throw wrongState(before.status, 'published');
    }
    const fault = before.duplicateOf !== null && before.status === 'rejected' ? 'duplicate' : faultOf(before.signal);
    if (fault !== undefined && override === undefined) {
      const { text } = reason(fault);
      throw new HubError('conflict', {
        detail: `${text} Edit it, or publish it all the same with an override and a reason.`,
        details: { reject: fault },
      });
    }
    const told = override === undefined ? {} : { details: `override: ${override.reason}` };
    return {
      status: 'published',
      type: 'signal.published',
      more: {
        publications: before.publications + 1,
        publishedAt: now,
        standing: freshStanding(before.signal),
        expiresAt: expiryOf('published', policy, now),
      },
      ...told,
    };
  });
}

const rejectable: ReadonlySet<SignalStatus> = new Set(['parsed', 'review', 'published']);

/** Rejects a signal; one that is published and not traded yet is withdrawn with it. */
export function rejectSignal(
  tools: SignalTools,
  request: ActRequest,
  why: string | undefined,
): Promise<Stored<SignalState>> {
  return act(tools, request, (before) => {
    if (!rejectable.has(before.status)) throw wrongState(before.status, 'rejected');
    return {
      status: 'rejected',
      type: 'signal.rejected',
      more: { expiresAt: null, standing: null },
      ...(why === undefined ? {} : { details: why }),
    };
  });
}

/** Members of a signal as a person gives them. Absent ones stay; null takes away. */
export type SignalEdit = Partial<
  Pick<ParsedSignal, 'symbol' | 'side' | 'orderType' | 'entry' | 'stopLoss' | 'takeProfits' | 'runner'>
>;

const editable: ReadonlySet<SignalStatus> = new Set(['parsed', 'review', 'rejected', 'expired']);

/** Changes what a signal says, checks it anew, and puts it into review. */
export function editSignal(tools: SignalTools, request: ActRequest, edit: SignalEdit): Promise<Stored<SignalState>> {
  return act(tools, request, (before, { now, policy }) => {
    if (!editable.has(before.status)) throw wrongState(before.status, 'edited');
    const { reject: _former, ...former } = before.signal;
    const names = Object.keys(edit);
    const origins = { ...former.origins, ...Object.fromEntries(names.map((name) => [name, 'edited'] as const)) };
    const next = { ...former, ...edit, origins };
    const reject = checkSignal(next);
    const signal: ParsedSignal = reject === undefined ? { ...next, valid: true } : { ...next, valid: false, reject };
    const fault = faultOf(signal);
    const reasons = [...(fault === undefined ? [] : [reason(fault)]), reason('read_by_person')];
    return {
      status: 'review',
      type: 'signal.edited',
      more: { signal, readBy: 'person', reasons, duplicateOf: null, expiresAt: expiryOf('review', policy, now) },
      details: names.map((name) => `${name}: ${shown(before.signal, name)} → ${shown(signal, name)}`).join('; '),
    };
  });
}

function shown(signal: ParsedSignal, name: string): string {
  return JSON.stringify((signal as unknown as Readonly<Record<string, unknown>>)[name] ?? null);
}

interface Act {
  readonly status: SignalStatus;
  readonly type: 'signal.published' | 'signal.rejected' | 'signal.edited';
  readonly more: Partial<SignalState>;
  readonly details?: string;
}

async function act(
  tools: SignalTools,
  { id, actor, ifMatch }: ActRequest,
  plan: (before: SignalState, given: { now: number; policy: ChannelPolicy }) => Act,
): Promise<Stored<SignalState>> {
  const { signals, services, parsers } = tools;
  const found = await signals.get(id);
  if (found === undefined) throw missing();
  if (ifMatch !== undefined && ifMatch !== found.version) throw overtaken();
  const { policy } = await parsers.of(found.state.connectionId);
  return tools.turns.alone(found.state.connectionId, async () => {
    const current = await signals.get(id);
    if (ifMatch !== undefined && current?.version !== ifMatch) throw overtaken();
    const stored = await signals.update(id, (before): Change<SignalState> => {
      const now = services.clock.now();
      const { status, type, more, details } = plan(before, { now, policy });
      const entry = {
        at: now,
        by: actor.name,
        what: type.slice('signal.'.length),
        ...(details === undefined ? {} : { details }),
      };
      const state: SignalState = {
        ...before,
        ...more,
        status,
        settledBy: 'person',
        history: withHistory(before, entry),
      };
      const told = { id, state, by: actor.name };
      const withdrawn = before.status === 'published' ? [signalEvent(services.event, 'signal.withdrawn', told)] : [];
      return { state, events: [...withdrawn, signalEvent(services.event, type, told)] };
    });
    if (stored === undefined) throw missing();
    return stored;
  });
}

function missing(): HubError {
  return new HubError('not_found', { detail: 'There is no such signal.' });
}

function overtaken(): HubError {
  return new HubError('version_conflict', { detail: 'The signal has changed meanwhile; read it anew.' });
}

function wrongState(status: SignalStatus, wanted: string): HubError {
  return new HubError('conflict', { detail: `A signal that is ${status} cannot be ${wanted}.`, details: { status } });
}
