import { ok } from '@fairlead/client';
import { useTell } from '../../components/toasts.tsx';
import { hub } from '../../hub.ts';
import { AccountModal } from './account-modal.tsx';
import { ProofForm } from './proof-form.tsx';
import { useAccountChanged } from './use-totp.ts';

export function TurnOffTotp({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const changed = useAccountChanged();
  const tell = useTell();
  return (
    <AccountModal opened={opened} onClose={onClose} title="Turn off two-factor sign-in?">
      <ProofForm
        act="Turn off"
        color="red"
        onClose={onClose}
        onProof={async (body) => {
          await ok(hub.POST('/api/auth/totp/disable', { body }));
          onClose();
          await changed();
          tell.done('Your password alone signs in now.');
        }}
      >
        Your password alone signs in from then on. The secret in your authenticator and the recovery codes no longer
        count: setting it up again makes new ones.
      </ProofForm>
    </AccountModal>
  );
}
