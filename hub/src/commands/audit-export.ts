import { createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CommandError } from './command-error.ts';
import type { Output } from './output.ts';
import { withHub } from './with-hub.ts';

const filters = ['format', 'from', 'to', 'action', 'actor', 'target', 'outcome'] as const;

export type ExportOptions = { readonly [Filter in (typeof filters)[number]]?: string } & { readonly file?: string };

/** Writes as it comes, so that a log of any length fits. */
export async function exportAudit(options: ExportOptions, output: Output): Promise<void> {
  const query = new URLSearchParams(
    filters.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])),
  );
  const { file } = options;
  await withHub(async (hub) => {
    const pieces = Readable.from(hub.read('GET', `/api/audit/export?${query.toString()}`));
    if (file === undefined) await pipeline(pieces, process.stdout, { end: false });
    else await save(pieces, file);
  });
  if (file === undefined) return;
  const { size } = await stat(file);
  output.result({ file, bytes: size });
  output.line(`${file} has ${size} bytes.`);
}

/** For its owner alone: it says who did what from where. Half a file would look like a whole one. */
async function save(pieces: Readable, file: string): Promise<void> {
  let isOurs = false;
  const to = createWriteStream(file, { flags: 'wx', mode: 0o600 }).once('open', () => (isOurs = true));
  try {
    await pipeline(pieces, to);
  } catch (error) {
    if (isOurs) await rm(file, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new CommandError(`There is a file ${file} already.`);
    if (code === 'ENOENT' || code === 'EACCES') throw new CommandError(`${file} cannot be written: ${code}.`);
    throw error;
  }
}
