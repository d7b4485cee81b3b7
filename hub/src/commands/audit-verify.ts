import type { HubClient } from '../client/hub-client.ts';
import { CommandError, usageError } from './command-error.ts';
import { type Output, table } from './output.ts';
import { withHub } from './with-hub.ts';

interface ExpectedSeal {
  readonly number: number;
  readonly hash: string;
}

interface Fault {
  readonly kind: keyof typeof sentences;
  readonly id: string | null;
  readonly seal: number | null;
}

interface Verdict {
  readonly intact: boolean;
  readonly seals: number;
  readonly rows: number;
  readonly unsealed: number;
  readonly unsealedSince: string | null;
  readonly latest: ExpectedSeal | null;
  readonly faultCount: number;
  readonly faults: readonly Fault[];
}

interface Line {
  readonly progress?: { readonly seals: number; readonly of: number };
  readonly verdict?: Verdict;
}

interface Seal extends ExpectedSeal {
  readonly sealedAt: string;
  readonly rows: number;
}

const sentences = {
  row_changed: ({ id, seal }: Fault) => `Row ${id} was changed after seal ${seal} was made.`,
  row_removed: ({ id, seal }: Fault) => `Row ${id} was removed after seal ${seal} was made.`,
  row_inserted: ({ id }: Fault) => `Row ${id} was slipped in: no seal knows it.`,
  seal_changed: ({ seal }: Fault) => `Seal ${seal} was changed; nothing after it can be believed.`,
  seal_missing: ({ seal }: Fault) => `Seal ${seal} is gone.`,
  seal_unexpected: ({ seal }: Fault) => `Seal ${seal} is not the one that was expected: it was made anew.`,
} as const;

/** @param expect seals as `number:hash` */
export async function verifyAudit(expect: readonly string[], output: Output): Promise<void> {
  const expected = expect.map(expectedSeal);
  const verdict = await withHub((hub) => verdictOf(hub, expected, output));
  output.result(verdict);
  for (const fault of verdict.faults) output.line(sentences[fault.kind](fault));
  const more = verdict.faultCount - verdict.faults.length;
  if (more > 0) output.line(`And ${more} more.`);
  if (!verdict.intact) throw new CommandError('The audit log is not what was sealed.');
  output.line(`The audit log is what was sealed: ${count(verdict.rows, 'row')} in ${count(verdict.seals, 'seal')}.`);
  if (verdict.unsealed > 0) {
    output.line(
      `Not sealed yet, so nothing proves them: ${count(verdict.unsealed, 'row')} since ${verdict.unsealedSince}.`,
    );
  }
  if (verdict.latest !== null) {
    output.line('Keep the last seal where nobody who can write the database can: with it, “--expect” finds more.');
    output.line(`${verdict.latest.number}:${verdict.latest.hash}`);
  }
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

async function verdictOf(hub: HubClient, expect: readonly ExpectedSeal[], output: Output): Promise<Verdict> {
  const progress = output.progress('Verifying');
  try {
    for await (const line of linesOf(hub.read('POST', '/api/audit/verify', { expect }))) {
      const said = JSON.parse(line) as Line;
      if (said.verdict !== undefined) return said.verdict;
      if (said.progress !== undefined) progress.update(said.progress.seals, said.progress.of);
    }
  } finally {
    progress.end();
  }
  throw new CommandError('The hub broke off before it had a verdict. Try again.');
}

async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

function expectedSeal(text: string): ExpectedSeal {
  const [, number, hash] = /^([1-9]\d{0,11}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (number !== undefined && hash !== undefined) return { number: Number(number), hash };
  throw usageError(`“${text}” is not a seal: give it as “audit verify” prints it, number:hash.`);
}

export async function listSeals(output: Output): Promise<void> {
  const { items } = await withHub((hub) => hub.get<{ items: readonly Seal[] }>('/api/audit/seals?limit=20'));
  output.result({ items });
  const rows = items.map(({ number, sealedAt, rows: count, hash }) => [String(number), sealedAt, String(count), hash]);
  output.line(table(['SEAL', 'MADE', 'ROWS', 'HASH'], rows));
}
