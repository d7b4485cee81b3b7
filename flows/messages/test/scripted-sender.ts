import type { channel, InputOf, OutputOf } from '@fairlead/sdk';

type Sent = InputOf<typeof channel.send>;

/** A vendor that takes messages. */
export interface ScriptedSender {
  /** What arrived, in order. */
  readonly received: Sent[];
  /** What the next calls do: answer, or fail before or after the message has arrived. */
  readonly script: (
    | OutputOf<typeof channel.send>
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
      const step = script.shift() ?? {};
      if ('before' in step) throw step.before;
      if ('outcome' in step && step.outcome === 'refused') return step;
      received.push(input as Sent);
      const id = `v${received.length}`;
      if ('after' in step) throw step.after;
      if ('hold' in step) await step.hold;
      return 'outcome' in step ? step : { outcome: 'sent', id };
    },
  };
}
