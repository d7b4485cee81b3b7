import { createInterface } from 'node:readline/promises';
import { usageError } from './command-error.ts';

/**
 * Asks before something that cannot be undone, or has to be agreed to.
 * @param option that says so on the command line
 * @returns whether the answer was yes
 * @throws CommandError when there is nobody to ask
 */
export async function confirm(question: string, option = '--yes'): Promise<boolean> {
  if (process.stdin.isTTY !== true) throw usageError(`${question} Add ${option} to say so without being asked.`);
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await lines.question(`${question} [y/N] `);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    lines.close();
  }
}
