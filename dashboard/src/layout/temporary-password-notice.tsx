import { Alert } from '@mantine/core';
import { RouterLink } from '../components/router-link.tsx';
import { useMe } from '../session/use-session.ts';

export function TemporaryPasswordNotice() {
  if (useMe().passwordIsTemporary !== true) return null;
  return (
    <Alert color="yellow" mb="md" title="Your password was made by the hub">
      Choose one of your own <RouterLink to="/account">in your account</RouterLink>.
    </Alert>
  );
}
