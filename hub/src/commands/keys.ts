import { setTimeout as pause } from 'node:timers/promises';
import { CommandError } from './command-error.ts';
import type { HubClient } from '../client/hub-client.ts';
import { withHub } from './with-hub.ts';
import { type Output, table } from './output.ts';

interface Key {
  readonly id: string;
  readonly active: boolean;
  readonly state: string;
  readonly inUse?: number;
  readonly addedAt: string;
}

interface Rotation {
  readonly id: string;
  readonly state: 'running' | 'finished' | 'stopped';
  readonly targetKeyId: string;
  readonly total: number;
  readonly done: number;
  readonly failedCount: number;
  readonly failed: readonly { readonly holder: string; readonly recordId: string; readonly code: string }[];
}

interface Keys {
  readonly items: readonly Key[];
  readonly rotation: Rotation | null;
}

const lookEveryMs = 200;

export async function listKeys(output: Output): Promise<void> {
  const { items, rotation } = await withHub((hub) => hub.get<Keys>('/api/vault/keys'));
  const oldestFirst = items.toSorted((left, right) => left.addedAt.localeCompare(right.addedAt));
  output.result({ items: oldestFirst, rotation });
  const rows = oldestFirst.map(({ id, active, state, inUse, addedAt }) => [
    id,
    active ? `${state}, active` : state,
    String(inUse ?? 0),
    addedAt,
  ]);
  output.line(table(['KEY', 'STATE', 'SECRETS', 'ADDED'], rows));
}

export async function addKey(output: Output): Promise<void> {
  const key = await withHub((hub) => hub.post<Key>('/api/vault/keys'));
  output.result(key);
  output.line(`The master key ${key.id} is added to the key file and active: new secrets are sealed by it.`);
  output.line('Copy the key file to where you keep its copy, then run “fairlead keys rotate”.');
}

/** Starts a rotation, or joins the one under way, and waits for its end. */
export async function rotateKeys(output: Output): Promise<void> {
  const rotation = await withHub(async (hub) => {
    const { id } = await hub.post<Rotation>('/api/vault/rotate');
    return follow(hub, id, output);
  });
  output.result(rotation);
  const { state, failedCount, total, targetKeyId } = rotation;
  if (state === 'stopped') throw new CommandError('The rotation was stopped: another one has taken over.');
  if (failedCount > 0) {
    const codes = [...new Set(rotation.failed.map(({ code }) => code))].join(', ');
    throw new CommandError(
      `${failedCount} of ${total} secrets could not be moved to ${targetKeyId} (${codes}). They are as they were; “fairlead doctor” says which keys are missing.`,
    );
  }
  output.line(`All ${total} stored secrets are wrapped by ${targetKeyId}. Earlier keys can be retired.`);
}

async function follow(hub: HubClient, id: string, output: Output): Promise<Rotation> {
  const progress = output.progress('Rotating');
  try {
    for (;;) {
      const { rotation } = await hub.get<Keys>('/api/vault/keys');
      if (rotation === null || rotation.id !== id) {
        throw new CommandError('The rotation was stopped: another one has taken over.');
      }
      progress.update(rotation.done, rotation.total);
      if (rotation.state !== 'running') return rotation;
      await pause(lookEveryMs);
    }
  } finally {
    progress.end();
  }
}

export async function retireKey(id: string, output: Output): Promise<void> {
  const key = await withHub((hub) => hub.post<Key>(`/api/vault/keys/${encodeURIComponent(id)}/retire`));
  output.result(key);
  output.line(
    `The master key ${id} is retired. Keep its copy as long as you keep backups of the database made with it.`,
  );
}
