import { HubError, type RequestFault } from '../errors/index.ts';

/** Deeper JSON than this is refused. Settings nest three or four levels; a webhook's body is not parsed here. */
const deepest = 32;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/**
 * Reads a body as JSON. An empty body is `undefined`.
 * @throws HubError `invalid_request` for text that is not UTF-8 or JSON, is nested too deep, or has a member that would
 *   change an object's prototype when copied carelessly
 */
export function parseJsonBody(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return undefined;
  const value = parse(decode(bytes));
  const fault = findFault(value);
  if (fault !== undefined) throw invalid(fault);
  return value;
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw invalid({ path: '/body', message: 'must be UTF-8' }, cause);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw invalid({ path: '/body', message: 'must be JSON' }, cause);
  }
}

interface Place {
  readonly value: object;
  readonly path: string;
  readonly depth: number;
}

/** Walks without recursion, so that depth costs no stack. */
function findFault(root: unknown): RequestFault | undefined {
  const open: Place[] = [];
  const visit = (value: unknown, path: string, depth: number): void => {
    if (typeof value === 'object' && value !== null) open.push({ value, path, depth });
  };
  visit(root, '/body', 1);
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { value, path, depth } = place;
    if (depth > deepest) return { path: clipped(path), message: `is nested more than ${deepest} levels deep` };
    for (const [name, member] of Object.entries(value)) {
      if (name === '__proto__' || (name === 'constructor' && hasPrototype(member))) {
        return { path: clipped(`${path}/${name}`), message: 'is not allowed as a name' };
      }
      visit(member, `${path}/${Array.isArray(value) ? name : pointerPart(name)}`, depth + 1);
    }
  }
  return undefined;
}

function hasPrototype(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'prototype');
}

/** One part of a JSON pointer (RFC 6901). */
export function pointerPart(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function clipped(path: string): string {
  return path.length > 200 ? `${path.slice(0, 200)}…` : path;
}

function invalid(fault: RequestFault, cause?: unknown): HubError {
  return new HubError('invalid_request', { detail: 'The body cannot be read.', errors: [fault], cause });
}
