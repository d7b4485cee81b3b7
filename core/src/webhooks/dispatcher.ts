import type { Clock, Logger, Timer } from '@fairlead/sdk';
import type { Repository } from '../storage/index.ts';
import type { DeliveryIndex, DeliveryState } from './delivery.ts';
import type { StoredEndpoint } from './endpoint.ts';
import { EndpointLane, type LaneParts } from './endpoint-lane.ts';

export interface DispatcherOptions extends Omit<LaneParts, 'endpoint' | 'clock' | 'deliveries' | 'log'> {
  readonly clock: Clock;
  readonly log: Logger;
  readonly deliveries: Repository<DeliveryState, DeliveryIndex>;
  readonly endpoint: (id: string) => StoredEndpoint | undefined;
}

/** No wait is longer, so that a clock that was set is noticed by then. */
const longestWaitMs = 30_000;

/** Sends what is due: one lane for each endpoint, so that a slow or dead one holds up nobody else. */
export class Dispatcher {
  readonly #options: DispatcherOptions;
  readonly #lanes = new Map<string, EndpointLane>();
  #timer: Timer | undefined;
  #state: 'idle' | 'running' | 'stopped' = 'idle';

  constructor(options: DispatcherOptions) {
    this.#options = options;
  }

  /** Goes on with what was left, and looks again now and then. */
  start(ids: readonly string[]): void {
    if (this.#state !== 'idle') return;
    this.#state = 'running';
    for (const id of ids) this.wake(id);
    this.#look();
  }

  /** Something of this endpoint may be due. */
  wake(id: string): void {
    if (this.#state !== 'running') return;
    let lane = this.#lanes.get(id);
    if (lane === undefined) {
      const { endpoint, ...parts } = this.#options;
      lane = new EndpointLane({ ...parts, endpoint: () => endpoint(id) });
      this.#lanes.set(id, lane);
    }
    lane.wake();
  }

  /** The endpoint is gone: what is under way ends by itself. */
  async drop(id: string): Promise<void> {
    const lane = this.#lanes.get(id);
    this.#lanes.delete(id);
    await lane?.dispose();
  }

  /** Breaks off what is under way: it is sent again, with the same id, at the next start. */
  async dispose(): Promise<void> {
    this.#state = 'stopped';
    this.#timer?.cancel();
    await Promise.all([...this.#lanes.values()].map((lane) => lane.dispose()));
  }

  #look(): void {
    this.#timer = this.#options.clock.schedule(longestWaitMs, () => {
      for (const lane of this.#lanes.values()) lane.wake();
      this.#look();
    });
  }
}
