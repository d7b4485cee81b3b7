import { FairleadError } from '@fairlead/sdk';

/** Beyond it a line is not the vendor's: without a limit it would fill the memory. */
const longestLine = 1_048_576;

/** Lines of UTF-8, whatever pieces they come in; a character may be torn between two. Empty ones are left out. */
export async function* linesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of body) {
    const [first = '', ...others] = decoder.decode(bytes, { stream: true }).split('\n');
    rest += first;
    if (rest.length > longestLine) throw new FairleadError('answer_unreadable');
    for (const next of others) {
      if (rest !== '') yield rest;
      rest = next;
    }
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
