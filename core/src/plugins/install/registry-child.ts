/**
 * The process that speaks with registries. npm's libraries may leave an error uncaught when a registry breaks off in the
 * middle of an answer: here that ends nothing but this process.
 */
import { InstallFault } from './install-fault.ts';
import { fetchTarball, lookUp, type RegistryCall } from './registry-calls.ts';
import type { RegistryAnswer, RegistryCommand, RegistryOpening } from './registry-messages.ts';

let call: RegistryCall | undefined;

process.on('message', (message: RegistryCommand | RegistryOpening) => {
  if (message.kind === 'open') {
    const { options, cache } = message;
    call = { options, cache, signal: new AbortController().signal };
    return;
  }
  const { id } = message;
  answer(message)
    .then((value) => tell({ id, kind: 'done', value: value ?? null }))
    .catch((error: unknown) => tell({ id, kind: 'failed', ...faultOf(error) }));
});
// The hub has ended, or needs it no longer.
process.on('disconnect', () => process.exit());

async function answer(command: RegistryCommand): Promise<unknown> {
  if (call === undefined) throw new InstallFault('install_failed', 'The registry was asked before it was named.');
  switch (command.kind) {
    case 'lookUp':
      return lookUp(command.name, command.version, call);
    case 'fetch': {
      const { wanted, file, maxBytes, id } = command;
      return fetchTarball(wanted, { file, maxBytes, received: reporter(id) }, call);
    }
    case 'plan': {
      const { dependent, folder, maxPackages } = command;
      // A plugin without dependencies does not wait for the resolver.
      const { planDependencies } = await import('./plan-dependencies.ts');
      return planDependencies(dependent, { ...call, folder, maxPackages });
    }
  }
}

/** A message for each 256 KiB. */
function reporter(id: number) {
  let told = 0;
  return (bytes: number) => {
    if (bytes >= told && bytes - told < 262_144) return;
    told = bytes;
    tell({ id, kind: 'received', bytes });
  };
}

function faultOf(error: unknown) {
  if (error instanceof InstallFault) return { code: error.code, message: error.message };
  const isFull = (error as NodeJS.ErrnoException).code === 'ENOSPC';
  return { code: 'install_failed', message: isFull ? 'The disk is full.' : 'The hub could not write it.' } as const;
}

function tell(message: RegistryAnswer): void {
  if (process.connected) process.send?.(message);
}
