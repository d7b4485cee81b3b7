import { Alert, Button, Center, Code, List, Loader, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { describeFault } from './describe-fault.ts';

/** While something is read. */
export function Waiting({ label = 'Loading' }: { readonly label?: string }) {
  return (
    <Center p="xl" role="status" aria-label={label}>
      <Loader size="sm" />
    </Center>
  );
}

/** Something could not be read or done: what, and what to do next. */
export function FaultAlert({ error, again }: { readonly error: unknown; readonly again?: (() => void) | undefined }) {
  const { text, parts, requestId } = describeFault(error);
  return (
    <Alert color="red" role="alert" title={text}>
      <Stack gap="xs" align="flex-start">
        {parts.length > 0 && (
          <List size="sm">
            {parts.map(({ path, message }) => (
              <List.Item key={path + message}>
                <Code>{path}</Code> {message}
              </List.Item>
            ))}
          </List>
        )}
        {requestId !== undefined && (
          <Text size="xs" c="dimmed">
            Request <Code>{requestId}</Code>
          </Text>
        )}
        {again !== undefined && (
          <Button size="xs" variant="default" onClick={again}>
            Try again
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** Nothing is there: what would be, and how it comes to be. */
export function EmptyState({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <Center p="xl">
      <Stack align="center" gap="xs" maw={460}>
        <Text fw={600}>{title}</Text>
        {children !== undefined && (
          <Text c="dimmed" size="sm" ta="center" component="div">
            {children}
          </Text>
        )}
        {action}
      </Stack>
    </Center>
  );
}
