import { ok } from '@fairlead/client';
import { useState } from 'react';
import { hub } from '../../hub.ts';
import { AccountModal } from './account-modal.tsx';
import { ProofForm } from './proof-form.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { useAccountChanged } from './use-totp.ts';

export function NewRecoveryCodes({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  return (
    <AccountModal opened={opened} onClose={onClose} title="New recovery codes">
      <Renew onClose={onClose} />
    </AccountModal>
  );
}

function Renew({ onClose }: { readonly onClose: () => void }) {
  const [codes, setCodes] = useState<readonly string[]>();
  const changed = useAccountChanged();
  if (codes !== undefined) return <RecoveryCodes codes={codes} onKept={onClose} />;
  return (
    <ProofForm
      act="Make new ones"
      onClose={onClose}
      onProof={async (body) => {
        const made = await ok(hub.POST('/api/auth/totp/recovery-codes', { body }));
        setCodes(made.recoveryCodes);
        await changed();
      }}
    >
      Ten new codes are made and shown once. Those from before no longer count. Your authenticator stays as it is.
    </ProofForm>
  );
}
