/** What both servers send: as large as an event of a payment. */
export interface Tick {
  /** Milliseconds since 1970, with fractions: when the server began to publish it. */
  readonly sentAt: number;
  readonly text: string;
}

export const newTick = (): Tick => ({ sentAt: performance.timeOrigin + performance.now(), text: 'x'.repeat(500) });

export const everyMs = 1_000;
