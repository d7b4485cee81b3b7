import { expect } from 'vitest';
import { type HubProcess, startHubProcess } from './hub-process.ts';

/** A folder whose hub was started once and has stopped. */
export async function restingHub(dataDir: string): Promise<void> {
  const hub = await startHubProcess({ dataDir, byCommand: true });
  expect(await hub.stop()).toEqual({ code: 0, signal: null });
}

export async function whileRunning(hub: HubProcess, use: () => Promise<void>): Promise<void> {
  try {
    await use();
  } finally {
    await hub.stop();
  }
}

export const json = <Value>(text: string): Value => JSON.parse(text) as Value;
