import { HubProblem } from '@fairlead/client';
import { hub } from '../../hub.ts';
import { linesOf } from './lines-of.ts';

export interface VerifyProgress {
  readonly seals: number;
  readonly of: number;
  readonly rows: number;
}

export interface AuditFault {
  readonly kind: 'row_changed' | 'row_removed' | 'row_inserted' | 'seal_changed' | 'seal_missing' | 'seal_unexpected';
  readonly id: string | null;
  readonly seal: number | null;
}

export interface AuditVerdict {
  readonly intact: boolean;
  readonly seals: number;
  readonly rows: number;
  readonly unsealed: number;
  readonly unsealedSince: string | null;
  readonly latest: { readonly number: number; readonly hash: string } | null;
  readonly faultCount: number;
  readonly faults: readonly AuditFault[];
}

type Line = { readonly progress: VerifyProgress } | { readonly verdict: AuditVerdict };

export interface KeptSeal {
  readonly number: number;
  readonly hash: string;
}

/** Has the hub recompute every digest and seal. @throws Error when the answer ends without a verdict */
export async function verifyAudit(
  expect: readonly KeptSeal[],
  onProgress: (progress: VerifyProgress) => void,
): Promise<AuditVerdict> {
  const { data, error, response } = await hub.POST('/api/audit/verify', {
    body: expect.length === 0 ? {} : { expect: [...expect] },
    parseAs: 'stream',
  });
  if (!response.ok || !data) throw new HubProblem(response, error);
  for await (const text of linesOf(data)) {
    const line = JSON.parse(text) as Line;
    if ('verdict' in line) return line.verdict;
    onProgress(line.progress);
  }
  throw new Error('The hub broke off before it had looked at everything. Try again.');
}

const texts: Readonly<Record<AuditFault['kind'], (fault: AuditFault) => string>> = {
  row_changed: ({ id, seal }) => `The row ${id} of seal ${seal} was changed after it was sealed.`,
  row_removed: ({ id, seal }) => `The row ${id} of seal ${seal} is gone.`,
  row_inserted: ({ id }) => `The row ${id} is in no seal: it was put in afterwards.`,
  seal_changed: ({ seal }) => `Seal ${seal} was changed. Nothing after it can be believed.`,
  seal_missing: ({ seal }) => `Seal ${seal} is missing. Nothing after it can be believed.`,
  seal_unexpected: ({ seal }) => `Seal ${seal} is not the one that you kept: the chain was made anew.`,
};

export function faultText(fault: AuditFault): string {
  return texts[fault.kind](fault);
}
