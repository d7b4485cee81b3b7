import { readFile } from 'node:fs/promises';
import { CommandError, usageError } from './command-error.ts';

/**
 * How secrets come in. Never as arguments: the list of processes shows those to everyone on the machine, and the shell
 * keeps them.
 */
export interface SecretSources {
  /** `name=path`; the path `-` is standard input. A name may come again, for a list. */
  readonly secretFile?: readonly string[] | undefined;
  /** Standard input holds a JSON object of secrets by name. */
  readonly secretsStdin?: boolean | undefined;
}

/** One secret of a plugin, as its settings schema declares it. */
export interface SecretField {
  readonly name: string;
  readonly title: string;
  readonly list: boolean;
  readonly required: boolean;
}

export type SecretValues = Readonly<Record<string, unknown>>;

/**
 * Reads secrets from where the options say. On a terminal, those of `ask` that are left over are asked for without echo.
 * @throws CommandError that never repeats a value
 */
export async function readSecrets(
  sources: SecretSources,
  fields: readonly SecretField[],
  ask: readonly SecretField[],
): Promise<SecretValues> {
  const values: Record<string, unknown> = { ...(await fromStdin(sources)) };
  for (const text of sources.secretFile ?? []) {
    const { name, value } = await fromFile(text);
    const field = fields.find((one) => one.name === name);
    if (field?.list !== true && name in values) throw usageError(`The secret “${name}” is given twice.`);
    values[name] = field?.list === true ? [...listOf(values[name]), value] : value;
  }
  if (process.stdin.isTTY !== true || sources.secretsStdin === true) return values;
  for (const field of ask.filter(({ name }) => !(name in values))) {
    const value = await askWithoutEcho(`${field.title} (${field.name}): `);
    if (value !== '') values[field.name] = field.list ? [value] : value;
  }
  return values;
}

async function fromStdin({ secretsStdin }: SecretSources): Promise<SecretValues> {
  if (secretsStdin !== true) return {};
  let value: unknown;
  try {
    value = JSON.parse(await readStdin());
  } catch {
    // The parser's message quotes the text.
    throw usageError('Standard input is not a JSON object of secrets by name.');
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as SecretValues;
  throw usageError('Standard input is not a JSON object of secrets by name.');
}

async function fromFile(text: string): Promise<{ readonly name: string; readonly value: string }> {
  const { name, value: path } = namedValue(text, '--secret-file');
  try {
    const value = path === '-' ? await readStdin() : await readFile(path, 'utf8');
    // Editors and `echo` end a file with a line break that is no part of the secret.
    return { name, value: value.replace(/\r?\n$/, '') };
  } catch (error) {
    throw new CommandError(`The file of the secret “${name}” cannot be read: ${(error as Error).message}.`);
  }
}

/** Splits `name=value`. */
export function namedValue(text: string, option: string): { readonly name: string; readonly value: string } {
  const at = text.indexOf('=');
  if (at > 0) return { name: text.slice(0, at), value: text.slice(at + 1) };
  throw usageError(`${option} takes name=value.`);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : value === undefined ? [] : [value];
}

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks).toString('utf8');
}

const enter = /[\r\n]/;
const interrupt = '\u0003';
const rubOut = /[\b\u007f]/;

function askWithoutEcho(question: string): Promise<string> {
  const { stdin, stderr } = process;
  stderr.write(question);
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  stdin.resume();
  return new Promise((resolve, reject) => {
    let text = '';
    const finish = (act: () => void): void => {
      stdin.off('data', read);
      stdin.setRawMode(false);
      stdin.pause();
      stderr.write('\n');
      act();
    };
    const read = (piece: string): void => {
      for (const character of piece) {
        if (character === interrupt) return finish(() => reject(new CommandError('Cancelled; nothing was changed.')));
        if (enter.test(character)) return finish(() => resolve(text));
        text = rubOut.test(character) ? text.slice(0, -1) : text + character;
      }
    };
    stdin.on('data', read);
  });
}
