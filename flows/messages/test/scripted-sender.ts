import type { channel, InputOf, OutputOf } from '@fairlead/sdk';

type Sent = InputOf<typeof channel.send>;

/** A vendor that takes messages. */
export interface ScriptedSender {
  /** What arrived, in order. */
  readonly received: Sent[];
  /** What the next calls do: refuse, fail before or after the message has arrived, or let wait for the answer. */
  readonly script: (
    | Extract<OutputOf<typeof channel.send>, { readonly outcome: 'refused' }>
    | { readonly before: Error }
    | { readonly after: Error }
    | { readonly hold: Promise<void> }
  )[];
  send(input: unknown): Promise<OutputOf<typeof channel.send>>;
}

export function scriptedSender(): ScriptedSender {
  const received: Sent[] = [];
  const script: ScriptedSender['script'] = [];
  return {
    received,
    script,
    async send(input) {
      const step = script.shift();
      if (step !== undefined && 'before' in step) throw step.before;
      if (step !== undefined && 'outcome' in step && step.outcome === 'refused') return step;
      received.push(input as Sent);
      const id = `v${received.length}`;
      if (step !== undefined && 'after' in step) throw step.after;
      if (step !== undefined && 'hold' in step) await step.hold;
      return { outcome: 'sent', id };
    },
  };
}
