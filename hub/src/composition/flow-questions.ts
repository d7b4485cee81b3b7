import type { AskOptions, BoundAnswer, Flow, Question } from '@fairlead/core/flow-api';
import { type Clock, FairleadError } from '@fairlead/sdk';

/** What flows ask each other within a request, each with a deadline. */
export interface Asking {
  /** Makes a flow's answers known. @throws TypeError for an answer to a question that is not the flow's, or a second one */
  bind(flowId: string, answers: readonly BoundAnswer[]): void;
  ask<Input, Output>(
    asker: Flow,
    question: Question<Input, Output>,
    input: Input,
    options?: AskOptions,
  ): Promise<Output>;
}

/** @throws TypeError when flows ask each other in a circle, or one that is not there */
export function createAsking(flows: readonly Flow[], clock: Clock): Asking {
  demandNoCircle(flows);
  const bound = new Map<string, BoundAnswer['answer']>();
  return {
    bind(flowId, answers) {
      for (const { question, answer } of answers) {
        const name = `${question.flow}.${question.name}`;
        if (question.flow !== flowId) throw new TypeError(`The flow “${flowId}” cannot answer “${name}”.`);
        if (bound.has(name)) throw new TypeError(`“${name}” is answered twice.`);
        bound.set(name, answer);
      }
    },
    async ask<Input, Output>(
      asker: Flow,
      question: Question<Input, Output>,
      input: Input,
      { signal, timeoutMs = question.timeoutMs }: AskOptions = {},
    ): Promise<Output> {
      const name = `${question.flow}.${question.name}`;
      if (asker.asks?.includes(question.flow) !== true) {
        throw new TypeError(`The flow “${asker.id}” asks “${name}” without naming “${question.flow}” in “asks”.`);
      }
      const answer = bound.get(name);
      if (answer === undefined) throw new TypeError(`Nobody answers “${name}”.`);
      signal?.throwIfAborted();
      const stop = new AbortController();
      const { promise: given, reject: giveUp } = Promise.withResolvers<never>();
      const end = (reason: unknown) => {
        giveUp(reason);
        stop.abort(reason);
      };
      const timer = clock.schedule(timeoutMs, () => end(new FairleadError('timeout', { details: { timeoutMs } })));
      const cancel = () => end(signal?.reason);
      signal?.addEventListener('abort', cancel, { once: true });
      try {
        const call = { signal: stop.signal, timeoutMs };
        return await Promise.race([answer(input as never, call) as Promise<Output>, given]);
      } finally {
        timer.cancel();
        signal?.removeEventListener('abort', cancel);
      }
    },
  };
}

function demandNoCircle(flows: readonly Flow[]): void {
  const byId = new Map(flows.map((flow) => [flow.id, flow]));
  const settled = new Set<string>();
  const visit = (id: string, path: readonly string[]): void => {
    if (settled.has(id)) return;
    if (path.includes(id)) throw new TypeError(`Flows ask each other in a circle: ${[...path, id].join(' → ')}.`);
    const flow = byId.get(id);
    if (flow === undefined) throw new TypeError(`The flow “${path.at(-1)}” asks “${id}”, which is not there.`);
    for (const next of flow.asks ?? []) visit(next, [...path, id]);
    settled.add(id);
  };
  for (const { id } of flows) visit(id, []);
}
