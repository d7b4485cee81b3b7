import type { Clock, Logger, Operation } from '@fairlead/sdk';
import type { Guard } from '../guard/index.ts';
import type { IncidentAction } from '../incidents/index.ts';
import type { AskOptions, Question } from './question.ts';
import type { Collection, IndexSpec, JsonObject, OutboxEvent, Repository } from '../storage/index.ts';

/** Calls to plugins, as the guard makes them: see there for what is retried and what is thrown. */
export type FlowGuard = Pick<Guard, 'invoke' | 'open'>;

/** A connection as flows see it: no settings, no secrets. */
export interface FlowConnection {
  readonly id: string;
  readonly name: string;
  readonly plugin: string;
  readonly status: 'active' | 'paused' | 'disabled';
  /** Operations that its plugin offers, by capability. */
  readonly operations: Readonly<Record<string, readonly string[]>>;
  /** What its plugin says of these operations, by capability and name. */
  readonly support: Readonly<Record<string, Readonly<Record<string, OperationSupport>>>>;
}

/** What a plugin says of one operation. */
export interface OperationSupport {
  /** Milliseconds for which the vendor recognises an idempotency key. Absent: for ever. */
  readonly keyLifetimeMs?: number;
  /** Weaker than the contract says: the vendor can only be asked (`lookup`), or not even that. */
  readonly dedupe?: 'lookup' | 'none';
}

/** Whether a call is likely to get through now. A moment later it may be otherwise: the guard decides. */
export interface ConnectionStanding {
  readonly health: 'healthy' | 'degraded' | 'unhealthy' | 'unknown';
  /**
   * False while the operation's lane refuses calls: its breaker rests, the one call that tries after the rest is under
   * way, or an admin forced it open. True again from the moment the rest is over, whether or not anybody has called.
   */
  readonly open: boolean;
}

export interface FlowConnections {
  get(connectionId: string): Promise<FlowConnection | undefined>;
  /** All connections whose plugin offers the operation, whatever their status. */
  offering(operation: Operation): Promise<readonly FlowConnection[]>;
  /** How an active connection stands for an operation; undefined when it is not active or does not offer it. */
  standing(connectionId: string, operation: Operation): Promise<ConnectionStanding | undefined>;
  /** Told after a connection was created, changed, paused, resumed or removed. @returns a function that ends it */
  onChange(listener: (connectionId: string) => void): () => void;
}

export interface JobRequest {
  /** Of one of the flow's own jobs. */
  readonly name: string;
  readonly payload: JsonObject;
  /** While a job of this name and key is waiting or running, a second request is answered with the first. */
  readonly key?: string;
  /** Milliseconds since 1970; default now. */
  readonly runAt?: number;
}

export interface FlowJobs {
  /** Durable when it resolves. @returns the job's id */
  enqueue(request: JobRequest): Promise<string>;
  /** Runs the job every so often, on one node at a time. Repeating the request with the same key changes the interval. */
  repeat(request: {
    readonly name: string;
    readonly key: string;
    readonly payload: JsonObject;
    readonly everyMs: number;
    /** The first time, and the one after times that were missed, come up to so many milliseconds later, at random. Default 0. */
    readonly jitterMs?: number;
  }): Promise<void>;
  /** Ends a repetition, or a waiting job, by its key. Repeating it is harmless. */
  cancel(name: string, key: string): Promise<void>;
}

export interface IncidentReport {
  readonly subject: { readonly kind: string; readonly id: string };
  readonly code: string;
  readonly severity: 'info' | 'warning' | 'error' | 'critical';
  readonly title: string;
  readonly detail?: string;
  /** What a person can do about it. */
  readonly action?: IncidentAction;
}

export interface FlowIncidents {
  /** Once per change: an open incident of the same subject and code is counted up. */
  raise(report: IncidentReport): Promise<void>;
  resolve(subject: IncidentReport['subject'], code: string): Promise<void>;
}

/** What a flow gets. Nothing here reaches around the guard, the outbox or the permissions. */
export interface FlowServices {
  readonly guard: FlowGuard;
  readonly connections: FlowConnections;
  readonly jobs: FlowJobs;
  readonly incidents: FlowIncidents;
  /**
   * Asks another flow that this one's declaration names in `asks`. Rejects with what the other flow throws, with
   * FairleadError `timeout` when the answer does not come in time, and with the signal's reason.
   */
  ask<Input, Output>(question: Question<Input, Output>, input: NoInfer<Input>, options?: AskOptions): Promise<Output>;
  readonly clock: Clock;
  readonly log: Logger;
  /** Where the hub is reached from outside, without a slash at the end. Known for sure once the hub listens. */
  publicUrl(): string;
  /** Aborted when the hub stops. */
  readonly signal: AbortSignal;
  /** Of one of the flow's own collections. */
  repository<State, Index = IndexSpec>(collection: Collection<State, Index>): Repository<State, Index>;
  /** An event to commit together with the change it tells of. `type` must be one that the flow declares. */
  event(type: string, subject: string, data: JsonObject): OutboxEvent;
}
