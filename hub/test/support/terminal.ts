import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { fileURLToPath } from 'node:url';

const commandLine = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
/** Of util-linux: gives a program a terminal of its own. */
const script = '/usr/bin/script';

export const hasTerminals = process.platform === 'linux' && existsSync(script);

export interface OnTerminal {
  /** Types `text`, and Enter, once a question is shown that was not before. */
  answer(question: RegExp, text: string): Promise<void>;
  /** Types as it is, without Enter. */
  type(text: string): void;
  /** All that a person has seen, without colours and moves of the cursor. */
  seen(): string;
  readonly ended: Promise<number | null>;
  end(): void;
}

/** Runs `fairlead …` as a person does, who sees questions and types. */
export function runOnTerminal(args: readonly string[], { cwd }: { readonly cwd: string }): OnTerminal {
  const quoted = [process.execPath, '--conditions=@fairlead/source', commandLine, ...args].map((part) => `'${part}'`);
  const child = spawn(script, ['--quiet', '--return', '--command', quoted.join(' '), '/dev/null'], {
    cwd,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'], TERM: 'xterm', SHELL: '/bin/sh', COLUMNS: '200' },
  });
  let seen = '';
  let from = 0;
  const waiting = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    seen += stripVTControlCharacters(text);
    for (const look of waiting) look();
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const shown = (question: RegExp): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = question.exec(seen.slice(from));
        if (found === null) return;
        from += found.index + found[0].length;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
      void ended.then(() => reject(new Error(`It ended without ${String(question)}:\n${seen}`)));
    });
  return {
    async answer(question, text) {
      await shown(question);
      child.stdin.write(`${text}\r`);
    },
    type: (text) => void child.stdin.write(text),
    seen: () => seen,
    ended,
    end: () => void child.kill('SIGKILL'),
  };
}
