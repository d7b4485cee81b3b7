import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Something that must be nowhere, and where it may be all the same. */
export interface Guarded {
  readonly name: string;
  readonly value: string;
  /** Bytes at its start and end that are shown as a hint, or are the same for all. */
  readonly shownStart: number;
  readonly shownEnd: number;
}

/** A text, file or answer to look through. */
export interface Place {
  readonly where: string;
  readonly bytes: Buffer;
  /** Names of what belongs here: the file of the key, the answer that shows it once. */
  readonly allowed?: readonly string[];
}

const windowBytes = 12;

/** Every form under which a secret is looked for, with the name of the form. */
export function formsOf({ value, shownStart, shownEnd }: Guarded): ReadonlyMap<string, string> {
  const bytes = Buffer.from(value, 'utf8');
  const forms = new Map<string, string>([
    ['plain', value],
    ['JSON', JSON.stringify(value).slice(1, -1)],
    ['JSON in JSON', JSON.stringify(JSON.stringify(value)).slice(3, -3)],
    ['URL', encodeURIComponent(value)],
    ['form', new URLSearchParams({ v: value }).toString().slice(2)],
    ['hex', bytes.toString('hex')],
    ['HEX', bytes.toString('hex').toUpperCase()],
    ['UTF-16', Buffer.from(value, 'utf16le').toString('latin1')],
    ['reversed', Array.from(value).reverse().join('')],
  ]);
  for (const alignment of [0, 1, 2]) {
    // The first and last characters depend on what stands beside the secret.
    const text = Buffer.concat([Buffer.alloc(alignment), bytes])
      .toString('base64')
      .replaceAll('=', '');
    const from = alignment === 0 ? 0 : alignment + 1;
    const inner = text.slice(from, (alignment + bytes.length) % 3 === 0 ? undefined : -1);
    forms.set(`base64 at ${alignment}`, inner);
    forms.set(`base64url at ${alignment}`, inner.replaceAll('+', '-').replaceAll('/', '_'));
  }
  // A part of it is a leak as well.
  const hidden = value.slice(shownStart, value.length - shownEnd);
  for (let at = 0; at + windowBytes <= hidden.length; at += 1) {
    forms.set(`a part, from ${at}`, hidden.slice(at, at + windowBytes));
  }
  return forms;
}

/** Where a secret was found, in which form. Empty is what it should be. */
export function findSecrets(secrets: readonly Guarded[], places: readonly Place[]): readonly string[] {
  const found: string[] = [];
  for (const secret of secrets) {
    const forms = [...formsOf(secret)].map(
      ([name, text]) => [name, Buffer.from(text, name === 'UTF-16' ? 'latin1' : 'utf8')] as const,
    );
    for (const { where, bytes, allowed = [] } of places) {
      if (allowed.includes(secret.name)) continue;
      const form = forms.find(([, needle]) => bytes.includes(needle));
      if (form !== undefined) found.push(`${secret.name} (${form[0]}) in ${where}`);
    }
  }
  return found;
}

/** Every file below a folder. */
export async function filesOf(
  folder: string,
  allowed: Readonly<Record<string, readonly string[]>>,
): Promise<readonly Place[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        const name = relative(folder, path);
        return { where: `the file ${name}`, bytes: await readFile(path), allowed: allowed[name] ?? [] };
      }),
  );
}
