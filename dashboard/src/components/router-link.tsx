import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** A link inside the dashboard, in the size of the text around it. */
export function RouterLink({
  to,
  children,
  ...rest
}: AnchorProps & { readonly to: string; readonly children: ReactNode }) {
  return (
    <Anchor component={Link} to={to} inherit={rest.size === undefined} {...rest}>
      {children}
    </Anchor>
  );
}

/** A button that goes to another page of the dashboard. */
export function LinkButton({
  to,
  children,
  ...rest
}: ButtonProps & { readonly to: string; readonly children: ReactNode }) {
  return (
    <Button component={Link} to={to} {...rest}>
      {children}
    </Button>
  );
}
