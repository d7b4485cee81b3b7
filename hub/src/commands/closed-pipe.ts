import type { EventEmitter } from 'node:events';

/** As a shell shows a program that was ended by SIGPIPE, which Node does not let happen. */
const endedByPipe = 141;

/**
 * Whoever reads a command's output may have enough of it, as `| head` does. Then the command ends without a word: one that
 * tidies up after Ctrl-C does so now. A hub goes on; what it prints is a greeting.
 */
export function endWithReader(streams: readonly EventEmitter[], { isHub }: { readonly isHub: boolean }): void {
  let isOver = false;
  const closed = (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    if (isHub || isOver) return;
    isOver = true;
    process.exitCode = endedByPipe;
    if (!process.emit('SIGINT', 'SIGINT')) process.exit(endedByPipe);
  };
  for (const stream of streams) stream.on('error', closed);
}
