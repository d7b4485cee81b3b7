import { aiProvider, type CompletionUsage } from '@fairlead/sdk';
import type { CompletionReply } from '../contract.ts';
import type { AiTools } from '../tools.ts';
import { type Asked, requestOf } from './call.ts';
import { readAnswer } from '../answers/check-answer.ts';
import { tryEach } from './try-each.ts';

/**
 * Asks until one configuration answers as it was asked to. What it took is on the disk before it is answered.
 * @throws FairleadError that of the last configuration; StorageError when the usage could not be written
 */
export async function complete(tools: AiTools, asked: Asked): Promise<CompletionReply> {
  const { services, standings } = tools;
  const check = asked.answerSchema === undefined ? undefined : tools.checks.of(asked.answerSchema);
  const { known, ticket, startedMs, spent, log, given } = await tryEach(
    tools,
    asked,
    async (known, { timeoutMs, spent }) => {
      const answer = await services.guard.invoke(known.connection, aiProvider.complete, requestOf(known, asked), {
        attempts: 1,
        deadlineMs: timeoutMs,
        signal: asked.signal,
      });
      spent.model = answer.model;
      spent.usage = answer.usage;
      return { text: answer.text, json: readAnswer(answer, check) };
    },
  );
  standings.worked(ticket);
  log.attempted(known, spent, startedMs);
  await log.end('answered');
  return {
    text: given.text,
    ...(check === undefined ? {} : { json: given.json }),
    configuration: known.id,
    model: spent.model,
    ...usageOf(spent.usage),
    cached: false,
  };
}

export function usageOf(usage: CompletionUsage | undefined): { readonly usage?: CompletionUsage } {
  return usage === undefined ? {} : { usage };
}
