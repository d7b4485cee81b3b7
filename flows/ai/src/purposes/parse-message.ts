import { FairleadError } from '@fairlead/sdk';
import type { Ask, AskOptions } from '../ask.ts';
import type { MessageClaim, ParseMessageQuestion, ParseMessageReply } from '../contract.ts';
import { parseMessageV1 } from '../prompts/parse-message/v1.ts';
import { promptId } from '../prompts/prompt.ts';

/** The same text means the same: a channel that repeats itself, or an edit that changed nothing, is not paid for twice. */
const cacheMs = 600_000;
const longestText = 32_000;

/**
 * Has a model read a message. What comes back is a claim by somebody who may have been talked into it by the message:
 * its form is checked here, its truth by whoever asked.
 */
export async function parseMessage(
  ask: Ask,
  question: ParseMessageQuestion,
  options: Omit<AskOptions, 'prompt'>,
): Promise<ParseMessageReply> {
  if (question.text.length > longestText) {
    const message = `A message of more than ${longestText} characters is not read by a model.`;
    throw new FairleadError('input_invalid', { message, details: { paths: ['/text'] } });
  }
  const prompt = promptId(parseMessageV1);
  const { answerSchema, name: purpose } = parseMessageV1;
  const asked = { purpose, turns: parseMessageV1.render(question), answerSchema, temperature: 0, cacheMs };
  const { json, configuration, model, usage, cached } = await ask(asked, { ...options, prompt });
  // The schema of the prompt is that of the claim, and the answer was checked against it.
  const claim = json as MessageClaim;
  return { claim, prompt, configuration, model, ...(usage === undefined ? {} : { usage }), cached };
}
