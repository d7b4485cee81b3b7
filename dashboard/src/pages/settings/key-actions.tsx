import { ok } from '@fairlead/client';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { useTell } from '../../components/toasts.tsx';
import { hub } from '../../hub.ts';
import { keyPlace } from './key-storage.tsx';
import { type MasterKey, type Rotation, useSettings, useVaultChanged } from './use-settings.ts';

export function AddKey() {
  const changed = useVaultChanged();
  const tell = useTell();
  const place = keyPlace(useSettings().data?.items ?? []);
  // The hub cannot write its own environment.
  if (place?.kind === 'environment') return null;
  return (
    <ConfirmButton
      label="Add a key"
      title="Add a master key?"
      act="Add"
      color="blue"
      onConfirm={async () => {
        const made = await ok(hub.POST('/api/vault/keys'));
        await changed();
        tell.done(`The key ${made.id} is made and active. Back up the key file now.`);
      }}
    >
      A key is made, kept in the key file and active from now on: new secrets are wrapped by it. What is stored stays
      readable by the keys before. Back up the key file afterwards, before anything else.
    </ConfirmButton>
  );
}

export function RotateKeys({
  keys,
  rotation,
}: {
  readonly keys: readonly MasterKey[];
  readonly rotation: Rotation | null;
}) {
  const changed = useVaultChanged();
  const active = keys.find((one) => one.active);
  const isBehind = keys.some((one) => !one.active && one.inUse > 0);
  if (active === undefined || rotation?.state === 'running') return null;
  return (
    <ConfirmButton
      label="Rotate"
      button={{ variant: isBehind ? 'filled' : 'default' }}
      title={`Wrap everything by ${active.id}?`}
      act="Rotate"
      color="blue"
      onConfirm={async () => {
        await ok(hub.POST('/api/vault/rotate'));
        await changed();
      }}
    >
      Every stored secret is wrapped anew by the active key, in the background. Reading and writing go on meanwhile. It
      can be repeated, and goes on by itself if the hub is started anew.
    </ConfirmButton>
  );
}
