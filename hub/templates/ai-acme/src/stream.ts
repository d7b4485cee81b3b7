import { type CompletionPart, FairleadError, type StreamAnswer } from '@fairlead/sdk';
import { toEnding } from './completion.ts';
import { linesOf } from './lines.ts';
import { throwFailure } from './map-errors.ts';
import { readAs, streamLine } from './vendor-objects.ts';

/** Only the vendor's own end is one: what stops without it was cut off. Leaving the loop closes the connection. */
export async function* readStream({ body }: StreamAnswer): AsyncGenerator<CompletionPart, void, void> {
  for await (const line of linesOf(body)) {
    const json = parse(line);
    throwFailure(json);
    const told = readAs(streamLine, json);
    if ('end' in told) {
      yield { type: 'done', ...toEnding(told.end) };
      return;
    }
    yield { type: 'text', text: told.text };
  }
  throw new FairleadError('answer_unreadable', { message: 'The vendor’s answer was cut off.' });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new FairleadError('answer_unreadable', { cause });
  }
}
