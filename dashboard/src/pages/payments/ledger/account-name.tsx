import { useConnectionName } from '../../../components/connection-link.tsx';
import { accountText, connectionOf } from './account-text.ts';

/** An account as a person knows it: “what the gateway holds, Sandbox”. */
export function AccountName({ account }: { readonly account: string }) {
  const connection = connectionOf(account);
  const name = useConnectionName(connection ?? '');
  return (
    <span title={account}>
      {accountText(account)}
      {connection === undefined ? '' : `, ${name}`}
    </span>
  );
}
