import { createSecretKey } from 'node:crypto';
import { type MasterKey, masterKeyBytes, masterKeyIdPattern } from './master-key.ts';
import { VaultError } from './vault-error.ts';

interface Entry {
  readonly where: string;
  readonly text: string;
}

/**
 * Reads `id:base64,…`: separated by commas or line breaks, blank lines and lines that begin with `#` left out. The first
 * key is the active one. Base64 may be that of URLs, with or without padding; 32 bytes each.
 *
 * @param source how the operator knows the text: `FAIRLEAD_MASTER_KEYS`, or the path of the file
 * @throws VaultError `key_invalid` that names every fault by key id or place, and never repeats any of the text
 */
export function parseMasterKeys(text: string, source: string): readonly MasterKey[] {
  const faults: string[] = [];
  const keys: MasterKey[] = [];
  for (const entry of entriesOf(text)) {
    const result = parseEntry(entry);
    if (typeof result === 'string') faults.push(result);
    else {
      faults.push(...clashes(keys, result));
      keys.push(result);
    }
  }
  if (keys.length === 0 && faults.length === 0) faults.push('It holds no key.');
  if (faults.length > 0) throw invalid(source, faults);
  return keys;
}

function entriesOf(text: string): Entry[] {
  const lines = text.replace(/^\u{FEFF}/u, '').split(/\r?\n/);
  const manyLines = lines.filter((line) => line.trim() !== '').length > 1;
  return lines.flatMap((line, index) => {
    const content = line.trim();
    if (content === '' || content.startsWith('#')) return [];
    return content.split(',').map((part, position) => ({
      where: manyLines ? `Line ${index + 1}` : `Entry ${position + 1}`,
      text: part.trim(),
    }));
  });
}

/** A key, or what is wrong. */
function parseEntry({ where, text }: Entry): MasterKey | string {
  if (text === '') return `${where} is empty.`;
  const colon = text.indexOf(':');
  if (colon < 0) return `${where} has no id: write id:base64.`;
  const id = text.slice(0, colon);
  if (!masterKeyIdPattern.test(id))
    return `${where} has an id of other characters than letters, digits, “.”, “_” and “-”.`;
  const encoded = text.slice(colon + 1).trim();
  if (encoded === '') return `Key “${id}” is empty.`;
  const match = /^([A-Za-z0-9+/_-]+)={0,2}$/.exec(encoded);
  if (match === null) return `Key “${id}” is not base64.`;
  const bytes = Buffer.from(match[1] as string, 'base64');
  if (bytes.length < masterKeyBytes) return `Key “${id}” is cut off: ${bytes.length} of ${masterKeyBytes} bytes.`;
  if (bytes.length > masterKeyBytes)
    return `Key “${id}” is too long: ${bytes.length} bytes instead of ${masterKeyBytes}.`;
  if (bytes.every((byte) => byte === bytes[0])) return `Key “${id}” repeats one byte: it is not a random key.`;
  return { id, key: createSecretKey(bytes) };
}

function clashes(keys: readonly MasterKey[], next: MasterKey): string[] {
  if (keys.some(({ id }) => id === next.id)) return [`Key “${next.id}” is given twice.`];
  const twin = keys.find(({ key }) => key.equals(next.key));
  return twin === undefined ? [] : [`Keys “${twin.id}” and “${next.id}” are the same key.`];
}

function invalid(source: string, faults: readonly string[]): VaultError {
  return new VaultError('key_invalid', {
    detail: `The master keys of ${source} cannot be used. ${faults.join(' ')}`,
    errors: faults.map((message) => ({ path: '', message })),
  });
}
