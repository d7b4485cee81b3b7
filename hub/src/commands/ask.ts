import { createInterface } from 'node:readline/promises';
import { CommandError, usageError } from './command-error.ts';

/** Puts questions to a person on the terminal. */
export interface Questions {
  /** @throws CommandError when the person gives up, by Ctrl-C or Ctrl-D */
  ask(question: string): Promise<string>;
  close(): void;
}

/** As a shell shows a program that was ended by Ctrl-C. */
const givenUp = 130;

export function openQuestions(): Questions {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const over = Promise.withResolvers<never>();
  // It may be closed while nothing is asked.
  over.promise.catch(() => undefined);
  let isOver = false;
  lines.once('close', () => {
    isOver = true;
    over.reject(new CommandError('\nGiven up: nothing was done.', givenUp));
  });
  return {
    ask: (question) => (isOver ? over.promise : Promise.race([lines.question(question), over.promise])),
    close: () => lines.close(),
  };
}

/**
 * Asks before something that cannot be undone, or has to be agreed to.
 * @param option that says so on the command line
 * @returns whether the answer was yes
 * @throws CommandError when there is nobody to ask, or who is asked gives up
 */
export async function confirm(question: string, option = '--yes'): Promise<boolean> {
  if (process.stdin.isTTY !== true) throw usageError(`${question} Add ${option} to say so without being asked.`);
  const questions = openQuestions();
  try {
    const answer = await questions.ask(`${question} [y/N] `);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    questions.close();
  }
}
