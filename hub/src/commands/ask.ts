import { createInterface } from 'node:readline/promises';
import { usageError } from './command-error.ts';

/**
 * Asks before something that cannot be undone.
 * @returns whether the answer was yes
 * @throws CommandError when there is nobody to ask
 */
export async function confirm(question: string): Promise<boolean> {
  if (process.stdin.isTTY !== true) throw usageError(`${question} Add --yes to say so without being asked.`);
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await lines.question(`${question} [y/N] `);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    lines.close();
  }
}
