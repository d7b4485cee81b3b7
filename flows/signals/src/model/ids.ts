import { createHash } from 'node:crypto';

/**
 * Ids follow from what a thing is made of: whoever meets a message a second time, or at the same moment on another node,
 * finds the same reading, signals and updates, and none is made twice.
 */
function idOf(...parts: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** Of the reading of one message, whatever its revision. */
export function readingId(connectionId: string, messageId: string): string {
  return idOf('reading', connectionId, messageId);
}

/** Of the signal at a place (from 0) in a message. */
export function signalId(connectionId: string, messageId: string, index: number): string {
  return idOf('signal', connectionId, messageId, index);
}

/** Of the update that one revision of a message is. */
export function updateId(connectionId: string, messageId: string, revisionId: string): string {
  return idOf('update', connectionId, messageId, revisionId);
}

/** Of what an edit of a signal's own message asks of that signal. */
export function editUpdateId(signal: string, revisionId: string): string {
  return idOf('edit', signal, revisionId);
}
