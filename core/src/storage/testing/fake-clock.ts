export { FakeClock } from '@fairlead/sdk/testing';

/** Lets what is queued happen: promises, and the writer's groups, each of which takes a turn. */
export async function settle(turns = 8): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
}
